// The table of custom properties: a colour or a length each, and a button back to the default.

import { byId, el } from "./dom.js";
import { PROPERTIES } from "./properties.js";
import { sixDigits } from "./settings.js";

export function lookTable(settings) {
  for (const property of PROPERTIES) {
    const { inputs, show } = property.unit ? lengthInputs(settings, property) : colourInputs(settings, property);
    const reset = el("button", { type: "button" }, "Use default", el("span", { class: "visually-hidden" }, ` for ${property.label}`));
    reset.addEventListener("click", () => settings.set({ [property.name]: undefined, ...paired(property, undefined) }));
    settings.onChange(show);
    byId("properties").append(
      el(
        "tr",
        {},
        el("th", { scope: "row" }, property.label, el("br"), el("code", {}, property.name)),
        el(
          "td",
          {},
          el("p", {}, property.what, " ", el("span", { class: "default" }, `Default: ${usual(property)}.`)),
          el("div", { class: "inputs" }, ...inputs, reset),
        ),
      ),
    );
  }
}

function usual({ usual, light, dark }) {
  return usual ?? `${light}, on a dark page ${dark}`;
}

// What has to be set or unset as well.
function paired({ pair }, value) {
  return pair ? { [pair]: value } : {};
}

// A palette, and a box for a code that an editor was given.
function colourInputs(settings, property) {
  const { name, label, light, pair } = property;
  const palette = el("input", { type: "color", "aria-label": `${label} colour` });
  const code = el("input", { type: "text", "aria-label": `${label} colour as a code`, maxlength: "7", spellcheck: "false" });

  const take = (value) => {
    const other = PROPERTIES.find((other) => other.name === pair);
    // Text and background are only safe together.
    const together = other && settings.get(pair) === undefined ? { [pair]: other.light } : {};
    settings.set({ [name]: value, ...together });
  };
  palette.addEventListener("input", () => take(palette.value));
  code.addEventListener("input", () => {
    const isEmpty = code.value.trim() === "";
    const isUsable = settings.usable(name, code.value) !== undefined;
    code.setAttribute("aria-invalid", String(!isEmpty && !isUsable));
    if (isUsable) {
      take(code.value);
    } else if (isEmpty) {
      settings.set({ [name]: undefined, ...paired(property, undefined) });
    }
  });

  const show = () => {
    const value = settings.get(name);
    palette.value = sixDigits(value ?? light);
    const isHalfTyped = code === document.activeElement && code.value.trim() !== "" && settings.usable(name, code.value) === undefined;
    if (settings.usable(name, code.value) !== value && !isHalfTyped) {
      code.value = value ?? "";
      code.setAttribute("aria-invalid", "false");
    }
  };
  return { inputs: [palette, code], show };
}

function lengthInputs(settings, { name, label, unit, least, most, step }) {
  const input = el("input", { type: "number", "aria-label": `${label} in ${unit}`, min: least, max: most, step });
  input.addEventListener("input", () => {
    const value = `${input.value}${unit}`;
    input.setAttribute("aria-invalid", String(input.value !== "" && settings.usable(name, value) === undefined));
    settings.set({ [name]: input.value === "" ? undefined : value });
  });
  const show = () => {
    const value = settings.get(name);
    if (settings.usable(name, `${input.value}${unit}`) !== value) {
      input.value = value === undefined ? "" : value.slice(0, -unit.length);
      input.setAttribute("aria-invalid", "false");
    }
  };
  return { inputs: [input, el("span", {}, unit)], show };
}
