// The live preview: a directory that has what the settings say, as wide as a phone, a sidebar or a page.

import { byId, el, say, tableRow } from "./dom.js";
import { radioField } from "./fields.js";
import { PARTS } from "./properties.js";

// The preview shows the list as it is now, at once.
const NOT_HERE = ["keep", "lazy"];

export class Preview {
  #settings;
  #attributes = new Map(); // what the directory has by the settings
  #outlines = new CSSStyleSheet();

  constructor(settings, scriptUrl) {
    this.#settings = settings;
    this.scriptUrl = scriptUrl;
    this.element = document.createElement("peer-support-directory");
    document.adoptedStyleSheets.push(this.#outlines);
    byId("parts").append(...PARTS.map((part) => this.#partRow(part)));
    radioField(settings, "preview");
    settings.onChange(() => this.#show());
  }

  // Puts the directory on the page, once it has its attributes: it would load another list first.
  place() {
    byId("preview-frame").append(this.element);
  }

  // Where the list that shows comes from.
  listUrl() {
    return this.#settings.get("list") ?? new URL("groups.json", this.scriptUrl).href;
  }

  // Loads the list again, past what the browser has kept of it.
  async reload() {
    try {
      await fetch(this.listUrl(), { cache: "no-cache" });
    } catch {
      // The directory meets the same trouble, and says so.
    }
    this.element.setAttribute("list", this.listUrl());
  }

  #show() {
    const wanted = new Map(this.#settings.attributes().filter(([name]) => !NOT_HERE.includes(name)));
    for (const name of this.#attributes.keys()) {
      if (!wanted.has(name)) {
        this.element.removeAttribute(name);
      }
    }
    for (const [name, value] of wanted) {
      if (this.element.getAttribute(name) !== value) {
        this.element.setAttribute(name, value);
      }
    }
    this.#attributes = wanted;

    const { style } = this.element;
    const declarations = this.#settings.declarations();
    for (const name of [...style]) {
      style.removeProperty(name);
    }
    for (const [name, value] of declarations) {
      style.setProperty(name, value);
    }
    byId("preview-frame").dataset.width = this.#settings.get("preview") ?? "page";
  }

  // One part with a button that outlines it in the preview.
  #partRow({ name, what }) {
    const of = el("span", { class: "visually-hidden" }, ` ${name} in the preview`);
    const button = el("button", { type: "button", "aria-pressed": "false" }, "Outline", of);
    button.addEventListener("click", () => {
      const isOn = button.getAttribute("aria-pressed") !== "true";
      for (const other of document.querySelectorAll("#parts button")) {
        other.setAttribute("aria-pressed", String(isOn && other === button));
      }
      const rule = `#preview-frame > ::part(${name}) { outline: 4px dashed #d4351c; outline-offset: 1px; }`;
      this.#outlines.replaceSync(isOn ? rule : "");
      const found = this.element.shadowRoot.querySelectorAll(`[part~="${name}"]`).length;
      say(isOn ? `${name}: ${found} outlined in the preview` : "No outlines in the preview");
    });
    return tableRow([el("code", {}, name)], [what], [button]);
  }
}
