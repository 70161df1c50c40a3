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

// A row of a table, with its header first. On a narrow page rows are stacked, and some browsers then take
// them for no rows any more: the roles say that they are.
export function tableRow(header, ...cells) {
  return el(
    "tr",
    { role: "row" },
    el("th", { scope: "row", role: "rowheader" }, ...header),
    ...cells.map((cell) => el("td", { role: "cell" }, ...cell)),
  );
}

// Shows the first children of a long element, and a button after it for all. `first` says which child of
// what was hidden takes the focus from the button.
export function foldLong(element, { limit, words, first }) {
  const rest = [...element.children].slice(limit);
  if (rest.length < 3) {
    return []; // not worth a button
  }
  const button = el("button", { type: "button" }, words);
  for (const child of rest) {
    child.hidden = true;
  }
  button.addEventListener("click", () => {
    for (const child of rest) {
      child.hidden = false;
    }
    first(rest[0]).focus();
    button.remove();
  });
  return [button];
}

// "1 group", "24 groups".
export function count(number, noun) {
  return `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;
}
