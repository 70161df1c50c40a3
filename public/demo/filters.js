// Which filters, in which order: a checkbox each, with buttons that move it up and down.

import { byId, checkboxRow, el, say } from "./dom.js";
import { DEFAULT_FILTERS, FILTERS, words } from "./settings.js";

export const FILTER_NAMES = {
  "cancer-type": "Type of cancer",
  audience: "Who it is for",
  kind: "Kind of support",
  format: "How it meets",
  place: "Town or area",
  day: "Day",
  time: "Time of day",
  soon: "How soon",
  activity: "What people do together",
};

export function filterList(settings) {
  const place = byId("filter-list");
  let order = [...FILTERS]; // of all filters, those that are left out too
  const chosen = () => {
    const value = settings.get("filters");
    return value === undefined ? DEFAULT_FILTERS : words(value);
  };

  const rows = new Map(FILTERS.map((id) => [id, row(id)]));

  function row(id) {
    const name = FILTER_NAMES[id];
    const label = checkboxRow(name, false, (isTicked) => {
      const others = chosen().filter((other) => other !== id);
      keep(order.filter((other) => others.includes(other) || (other === id && isTicked)));
    });
    const button = (words, by) => {
      const button = el("button", { type: "button", class: "move" }, words, el("span", { class: "visually-hidden" }, ` ${name}`));
      button.addEventListener("click", () => move(id, by, button));
      return button;
    };
    return el("li", {}, label, button("Up", -1), button("Down", 1));
  }

  function keep(ids) {
    settings.set({ filters: ids.join(" ") });
  }

  function move(id, by, button) {
    const from = order.indexOf(id);
    const to = from + by;
    if (to < 0 || to >= order.length) {
      say(`${FILTER_NAMES[id]} is ${by < 0 ? "first" : "last"}`);
      return;
    }
    [order[from], order[to]] = [order[to], order[from]];
    keep(order.filter((other) => chosen().includes(other)));
    show();
    // A row that moves within the page loses the focus.
    button.focus();
    say(`${FILTER_NAMES[id]} is now ${to + 1} of ${order.length}`);
  }

  function show() {
    place.append(...order.map((id) => rows.get(id)));
  }

  settings.onChange(() => {
    const ticked = chosen();
    const now = order.filter((id) => ticked.includes(id));
    if (now.join() !== ticked.join()) {
      // From the fragment: those that show come first.
      order = [...ticked, ...FILTERS.filter((id) => !ticked.includes(id))];
      show();
    }
    for (const [id, row] of rows) {
      row.querySelector("input").checked = ticked.includes(id);
    }
  });
  show();
}
