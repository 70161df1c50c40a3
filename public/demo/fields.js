// The plain fields: one setting each.

import { byId, el } from "./dom.js";
import { LANGUAGES } from "./settings.js";

const isEmpty = (text) => text.trim() === "";

// Connects an input with a setting. `isUsual` says whether a text means the default; `event`, when it counts.
function textField(settings, id, name, isUsual = isEmpty, event = "input") {
  const input = byId(id);
  const error = byId(`${id}-error`);
  const complain = (isWrong) => {
    input.setAttribute("aria-invalid", String(isWrong));
    if (error) {
      error.hidden = !isWrong;
    }
  };
  input.addEventListener(event, () => {
    const usable = settings.usable(name, input.value);
    complain(usable === undefined && !isUsual(input.value));
    settings.set({ [name]: isUsual(input.value) ? undefined : input.value });
  });
  settings.onChange(() => {
    const value = settings.get(name);
    const written = isUsual(input.value) ? undefined : settings.usable(name, input.value);
    if (written !== value) {
      input.value = value ?? input.defaultValue;
      complain(false);
    }
  });
}

function choiceField(settings, id, name) {
  const select = byId(id);
  select.addEventListener("change", () => settings.set({ [name]: select.value }));
  settings.onChange(() => {
    select.value = settings.get(name) ?? select.querySelector("[data-usual]").value;
  });
}

// A checkbox that sets `otherwise` when it is not ticked, and what there was before when it is again.
function defaultBox(settings, id, name, otherwise) {
  const box = byId(id);
  let before;
  box.addEventListener("change", () => {
    if (box.checked) {
      settings.set({ [name]: before });
    } else {
      before = settings.get(name);
      settings.set({ [name]: otherwise });
    }
  });
  settings.onChange(() => {
    box.checked = settings.get(name) !== otherwise;
  });
}

// Radio buttons for a setting; the first is the default.
export function radioField(settings, name) {
  const radios = [...document.querySelectorAll(`input[type=radio][name="${name}"]`)];
  for (const radio of radios) {
    radio.addEventListener("change", () => settings.set({ [name]: radio.value }));
  }
  settings.onChange(() => {
    const chosen = settings.get(name) ?? radios[0].value;
    for (const radio of radios) {
      radio.checked = radio.value === chosen;
    }
  });
}

// Connects all plain fields with the settings.
export function plainFields(settings) {
  textField(settings, "label", "label");
  defaultBox(settings, "show-title", "label", "");
  settings.onChange(() => {
    // Without a title there is nothing to write in one.
    byId("label").disabled = settings.get("label") === "";
  });
  choiceField(settings, "heading-level", "heading-level");
  // Half an address would be asked for a hash.
  textField(settings, "script", "script", isEmpty, "change");
  textField(settings, "page-size", "page-size", (text) => isEmpty(text) || Number(text) === 20);
  defaultBox(settings, "explainer", "explainer", "no");
  for (const [id, name] of Object.entries(LANGUAGES)) {
    byId("lang").append(el("option", { value: id }, name));
  }
  choiceField(settings, "lang", "lang");
  defaultBox(settings, "at-once", "lazy", "yes");
  choiceField(settings, "keep", "keep");
}

// The buttons that show and hide what follows them.
export function disclosures() {
  for (const button of document.querySelectorAll("#builder button[aria-expanded]")) {
    button.addEventListener("click", () => {
      const isOpen = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(isOpen));
      byId(button.getAttribute("aria-controls")).hidden = !isOpen;
    });
  }
}
