// Small helpers for building the page. Nothing is ever parsed as HTML: lists and addresses come from outside.

// An element with its attributes and children; an attribute that is undefined or false is left out.
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(attribute, value === true ? "" : value);
    }
  }
  element.append(...children);
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

// Says something to those who listen to the page: one polite live region for the whole builder.
export function say(words) {
  byId("builder-status").textContent = words;
}

// A checkbox and its label in one row. `changed` gets whether it is ticked.
export function checkboxRow(words, isTicked, changed) {
  const box = el("input", { type: "checkbox" });
  box.checked = isTicked;
  box.addEventListener("change", () => changed(box.checked));
  return el("label", { class: "option" }, box, el("span", {}, words));
}

// "1 group", "24 groups".
export function count(number, noun) {
  return `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;
}
