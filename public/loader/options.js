// What the page asks of one directory: by its attributes, and by the language around it.

import { ATTRIBUTES, TAG } from "./attributes.js";
import { FOLDER } from "../generated.js";
import { wordsOf } from "./words.js";

const YES_OR_NO = new Map([
  ["", true],
  ["yes", true],
  ["no", false],
]);

export class Options {
  #element;
  #scriptUrl; // where the script came from
  #warned = new Set(); // the warnings given

  constructor(element, scriptUrl) {
    this.#element = element;
    this.#scriptUrl = scriptUrl;
  }

  // The attributes as pairs; `page-lang` is the nearest lang around the element.
  pairs() {
    const given = ATTRIBUTES.filter((name) => this.#element.hasAttribute(name));
    return [...given.map((name) => [name, this.#element.getAttribute(name)]), ["page-lang", this.#pageLang()]];
  }

  // The loader's words in the language of the page, or English.
  words() {
    return wordsOf(this.#element.getAttribute("lang") || this.#pageLang());
  }

  assetBase() {
    return this.#folder(FOLDER);
  }

  listUrl() {
    return this.#url("list") ?? new URL("groups.json", this.#folder("")).href;
  }

  // For how many days a list is kept; undefined for not at all.
  keepDays() {
    return this.#read("keep", "1d to 365d", (value) => {
      const days = Number(/^(\d{1,3})d$/.exec(value)?.[1]);
      return days >= 1 && days <= 365 ? days : undefined;
    });
  }

  // Whether to do nothing before a visitor comes near.
  isLazy() {
    return this.#read("lazy", "yes or no", (value) => YES_OR_NO.get(value));
  }

  // Writes a warning to the console, once.
  warn(message) {
    if (!this.#warned.has(message)) {
      this.#warned.add(message);
      console.warn(message);
    }
  }

  #pageLang() {
    for (let node = this.#element; node; node = node.getRootNode().host) {
      const found = (node === this.#element ? node.parentElement : node)?.closest("[lang]");
      if (found) {
        return found.getAttribute("lang"); // SVG elements have no property of this name
      }
    }
    return "";
  }

  // The folder that `asset-base` names, else the one that a path leads to from the script.
  #folder(path) {
    return this.#url("asset-base", (base) => base.replace(/\/?$/, "/")) ?? new URL(path, this.#scriptUrl).href;
  }

  // An attribute as an absolute web address. An empty one is none.
  #url(name, change = (value) => value) {
    if (!this.#element.getAttribute(name)?.trim()) {
      return undefined;
    }
    return this.#read(name, "a web address", (value) => {
      const url = URL.canParse(value, document.baseURI) && new URL(change(value), document.baseURI);
      return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
    });
  }

  // What `use` makes of an attribute's value; undefined where there is none, and with a warning where it can make
  // nothing of it.
  #read(name, allowed, use) {
    const value = this.#element.getAttribute(name)?.trim();
    if (value === undefined) {
      return undefined;
    }
    const found = use(value);
    if (found === undefined) {
      this.warn(`${TAG}: the attribute ${name}="${value}" cannot be used. Allowed: ${allowed}.`);
    }
    return found;
  }
}
