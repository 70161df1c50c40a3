// Restrictions and choices made at the start: what the list holds, by name, as checkboxes or a select.

import { byId, checkboxRow, count, el, foldLong } from "./dom.js";
import { FILTER_NAMES } from "./filters.js";
import { nameOf } from "./list.js";
import { FIXED_IDS, words } from "./settings.js";

const SHOWN = 8; // options, until all are asked for

const ONLY = ["cancer-type", "audience", "kind", "format", "place"];
const START = ["cancer-type", "audience", "kind", "format", "place", "day", "time", "soon", "activity"];

// Builds the fields. Returns what takes a list's vocabulary, when it is known.
export function choiceFields(settings) {
  const fields = [
    ...ONLY.map((facet) => ["only-fields", `only-${facet}`, facet, FILTER_NAMES[facet]]),
    ["only-fields", "only-groups", "groups", "Groups"],
    ...START.map((facet) => ["start-fields", facet, facet, FILTER_NAMES[facet]]),
  ].map(([place, setting, facet, legend]) => {
    const field = facet === "place" ? townField(settings, setting, legend) : boxesField(settings, setting, legend);
    byId(place).append(field.element);
    settings.onChange(field.show);
    return { facet, ...field };
  });
  return (vocabulary) => {
    for (const { facet, offer } of fields) {
      offer(FIXED_IDS[facet] ? new Map(Object.entries(FIXED_IDS[facet])) : vocabulary[facet]);
    }
  };
}

function boxesField(settings, setting, legend) {
  const rows = el("div");
  const more = el("div");
  const element = el("fieldset", {}, el("legend", {}, legend), rows, more);
  const chosen = () => words(settings.get(setting) ?? "");
  let offered = new Map();

  // What was chosen for another list can still be taken away.
  const choices = () => {
    const others = chosen().filter((id) => !offered.has(id));
    return new Map([...offered, ...others.map((id) => [id, nameOf(id)])]);
  };

  const change = (id, isTicked) => {
    const now = chosen();
    settings.set({ [setting]: (isTicked ? [...now, id] : now.filter((other) => other !== id)).join(" ") });
  };

  const build = () => {
    const made = [...choices()].map(([id, name]) => {
      const row = checkboxRow(name, chosen().includes(id), (isTicked) => change(id, isTicked));
      row.querySelector("input").value = id;
      return row;
    });
    // What is ticked comes first where not all shows.
    const isLong = made.length > SHOWN + 2;
    const isTicked = (row) => row.querySelector("input").checked;
    rows.replaceChildren(...(isLong ? made.sort((one, other) => isTicked(other) - isTicked(one)) : made));
    const words = `Show all ${count(made.length, "choice")}`;
    more.replaceChildren(...foldLong(rows, { limit: SHOWN, words, first: (row) => row.querySelector("input") }));
    element.hidden = made.length === 0;
  };

  const show = () => {
    const boxes = [...rows.querySelectorAll("input")];
    if (chosen().every((id) => boxes.some((box) => box.value === id))) {
      for (const box of boxes) {
        box.checked = chosen().includes(box.value);
      }
    } else {
      build();
    }
  };

  const offer = (names) => {
    const isSame = [...names].join() === [...offered].join();
    offered = names;
    if (!isSame) {
      build();
    }
  };
  return { element, show, offer };
}

function townField(settings, setting, legend) {
  const select = el("select", { id: setting });
  const element = el("div", { class: "field" }, el("label", { for: setting }, legend), select);
  let offered = new Map();

  const show = () => {
    const chosen = settings.get(setting);
    const towns = new Set([...(chosen ? [chosen] : []), ...offered.keys()]);
    const options = [...towns].sort((one, other) => one.localeCompare(other)).map((town) => el("option", { value: town }, town));
    select.replaceChildren(el("option", { value: "" }, "Any"), ...options);
    select.value = chosen ?? "";
    element.hidden = towns.size === 0;
  };

  select.addEventListener("change", () => settings.set({ [setting]: select.value }));
  const offer = (names) => {
    offered = names;
    show();
  };
  return { element, show, offer };
}
