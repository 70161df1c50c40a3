// The table of custom properties: a colour or a length each, and a button back to the default.

import { byId, el, tableRow } from "./dom.js";
import { PROPERTIES } from "./properties.js";
import { sixDigits } from "./settings.js";

export function lookTable(settings) {
  byId("properties").append(...PROPERTIES.map((property) => row(settings, property)));
}

function row(settings, property) {
  const { name, label, what, unit } = property;
  const error = el("p", { class: "error", id: `error${name}`, hidden: true }, mistake(property));
  const box = unit ? lengthBox(property) : colourBox(property);
  box.setAttribute("aria-describedby", error.id);
  const palette = unit ? undefined : el("input", { type: "color", "aria-label": `${label} colour` });
  const reset = el("button", { type: "button" }, "Use default", el("span", { class: "visually-hidden" }, ` for ${label}`));

  // What is written in the box as the setting takes it: undefined where nothing is.
  const written = () => (box.value.trim() === "" ? undefined : `${box.value}${unit ?? ""}`);
  const complain = (isWrong) => {
    box.setAttribute("aria-invalid", String(isWrong));
    error.hidden = !isWrong;
  };
  const take = (value) => {
    const isWrong = value !== undefined && settings.usable(name, value) === undefined;
    complain(isWrong);
    // What is half typed changes nothing yet.
    if (!isWrong) {
      settings.set({ [name]: value, ...paired(settings, property, value) });
    }
  };

  box.addEventListener("input", () => take(written()));
  palette?.addEventListener("input", () => take(palette.value));
  reset.addEventListener("click", () => {
    box.value = "";
    take(undefined);
  });
  settings.onChange(() => {
    const value = settings.get(name);
    if (palette) {
      palette.value = sixDigits(value ?? property.light);
    }
    if (settings.usable(name, written()) !== value) {
      box.value = value?.replace(unit ?? "", "") ?? "";
      complain(false);
    }
  });

  const inputs = [palette, box, unit && el("span", {}, unit), reset].filter(Boolean);
  const about = el("p", {}, what, " ", el("span", { class: "default" }, `Default: ${usual(property)}.`));
  return tableRow(
    [label, el("br"), el("code", {}, name)],
    [about, error, el("div", { class: "inputs" }, ...inputs)],
  );
}

function usual({ usual, light, dark }) {
  return usual ?? `${light}, on a dark page ${dark}`;
}

function mistake({ unit, least, most }) {
  return unit ? `Enter a number from ${least} to ${most}.` : "Enter a colour as # and 6 digits, such as #00607a.";
}

// Text and background are only safe together: both are set, or neither.
function paired(settings, { pair }, value) {
  if (!pair) {
    return {};
  }
  const { light } = PROPERTIES.find(({ name }) => name === pair);
  return { [pair]: value === undefined ? undefined : (settings.get(pair) ?? light) };
}

// For a code that an editor was given.
function colourBox({ label }) {
  return el("input", { type: "text", "aria-label": `${label} colour as a code`, spellcheck: "false", autocomplete: "off" });
}

function lengthBox({ label, unit, least, most, step }) {
  return el("input", { type: "number", "aria-label": `${label} in ${unit}`, min: least, max: most, step });
}
