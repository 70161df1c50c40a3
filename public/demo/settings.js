// What an editor has chosen: only what differs from the defaults. Kept in the page's own fragment, which
// anyone can write, so that every value is checked before it is used.

import { PROPERTIES } from "./properties.js";

// Fragments with this beginning are the builder's; the directory has its own for "Copy link".
const PREFIX = "#builder?";

export const FILTERS = ["cancer-type", "audience", "kind", "format", "place", "day", "time", "soon", "activity"];
export const DEFAULT_FILTERS = FILTERS.slice(0, 6);

// The ids that the format fixes, with their names. All others are known to the list alone.
export const FIXED_IDS = {
  kind: {
    group: "Support group",
    "one-to-one": "One to one",
    helpline: "Helpline",
    "online-community": "Online community",
    resource: "Book or website",
  },
  format: { online: "Online", "in-person": "In person", phone: "By phone or message" },
  day: {
    monday: "Monday",
    tuesday: "Tuesday",
    wednesday: "Wednesday",
    thursday: "Thursday",
    friday: "Friday",
    saturday: "Saturday",
    sunday: "Sunday",
  },
  time: { morning: "Morning", afternoon: "Afternoon", evening: "Evening" },
  soon: { "7-days": "In the next 7 days" },
};

// The languages that the directory speaks.
export const LANGUAGES = { en: "English" };

// Browsers limit how often an address may change, and a colour picker changes many times a second.
const WRITE_EVERY = 300; // milliseconds

export function words(value) {
  return [...new Set(value.split(/\s+/).filter(Boolean))];
}

// A whole web address, or undefined. Half of one would mean another place on the editor's site than here.
export function webAddress(value) {
  const address = value.trim();
  const isWhole = /^https?:\/\//i.test(address) && URL.canParse(address);
  return isWhole ? address : undefined;
}

const oneOf = (...allowed) => (value) => (allowed.includes(value) ? value : undefined);
const ids = (value) => words(value).join(" ") || undefined;
const someOf = (allowed) => (value) => words(value).filter((id) => id in allowed).join(" ") || undefined;
const line = (value) => value.replace(/\s+/g, " ").trim();

function colour(value) {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(value.trim())?.[1];
  return digits && `#${digits.toLowerCase()}`;
}

function size({ unit, least, most }) {
  return (value) => {
    const number = value.endsWith(unit) ? value.slice(0, -unit.length) : "";
    const isInRange = /^\d{1,4}(\.\d{1,2})?$/.test(number) && number >= least && number <= most;
    return isInRange ? value : undefined;
  };
}

function wholeNumber(least, most, usual) {
  return (value) => {
    const number = /^\d+$/.test(value.trim()) ? Number(value) : NaN;
    return number >= least && number <= most && number !== usual ? String(number) : undefined;
  };
}

function filters(value) {
  const chosen = words(value).filter((id) => FILTERS.includes(id));
  const isBad = chosen.length === 0 && value.trim() !== "";
  return isBad || chosen.join() === DEFAULT_FILTERS.join() ? undefined : chosen.join(" ");
}

function facet(id) {
  if (id === "place") {
    return (value) => line(value) || undefined;
  }
  return FIXED_IDS[id] ? someOf(FIXED_IDS[id]) : ids;
}

const ONLY = ["cancer-type", "audience", "kind", "format", "place"];

// The attributes in the order of the README, each with what makes its value usable, or undefined where it
// cannot be used or is the default.
const ATTRIBUTES = new Map([
  ["list", webAddress],
  ["lang", oneOf(...Object.keys(LANGUAGES))],
  ["label", line],
  ["heading-level", wholeNumber(1, 4, 2)],
  ...FILTERS.map((id) => [id, facet(id)]),
  ...ONLY.map((id) => [`only-${id}`, facet(id)]),
  ["only-groups", ids],
  ["filters", filters],
  ["page-size", wholeNumber(1, 1000, 20)],
  ["explainer", oneOf("no")],
  ["keep", oneOf("1d", "7d", "30d")],
  ["lazy", oneOf("yes")],
]);

const SETTINGS = new Map([
  ...ATTRIBUTES,
  ...PROPERTIES.map((property) => [property.name, property.unit ? size(property) : colour]),
  ["preview", oneOf("phone", "sidebar")],
  ["code", oneOf("script", "placeholder")],
  ["script", webAddress],
  ["integrity", oneOf("yes")],
]);

export class Settings {
  #values = new Map();
  #listeners = [];
  #writing; // the timer, while something is to be written
  #written = -WRITE_EVERY; // when that was last done

  // Calls `listener` after each change; controls show then what holds.
  onChange(listener) {
    this.#listeners.push(listener);
  }

  // The value, or undefined for the default.
  get(name) {
    return this.#values.get(name);
  }

  // What a value would be kept as.
  usable(name, value) {
    return value === undefined ? undefined : SETTINGS.get(name)(value);
  }

  // Takes several values at once, by name; undefined is the default.
  set(values) {
    for (const [name, value] of Object.entries(values)) {
      this.#put(name, value);
    }
    this.#writeSoon();
    this.#tell();
  }

  // The chosen attributes of the directory, in the order of the README.
  attributes() {
    return this.#chosen([...ATTRIBUTES.keys()]);
  }

  // The chosen CSS declarations: the custom properties, and the colour scheme that a pair of colours makes.
  declarations() {
    const chosen = this.#chosen(PROPERTIES.map(({ name }) => name));
    const scheme = colourScheme(this.get("--psd-text"), this.get("--psd-background"));
    return scheme ? [["color-scheme", scheme], ...chosen] : chosen;
  }

  // Follows the page's fragment from now on.
  followFragment() {
    this.#read(location.hash);
    addEventListener("pagehide", () => this.#finishWriting());
    addEventListener("hashchange", ({ newURL }) => {
      const { hash } = new URL(newURL);
      clearTimeout(this.#writing);
      this.#writing = undefined;
      if (hash === "" || hash.startsWith(PREFIX)) {
        this.#read(hash);
      } else {
        // A place on the page, or a directory's copied link, which takes itself out of the address first.
        setTimeout(() => this.#write());
      }
    });
  }

  #read(hash) {
    this.#values.clear();
    if (hash.startsWith(PREFIX)) {
      for (const [name, value] of new URLSearchParams(hash.slice(PREFIX.length))) {
        this.#put(name, value);
      }
    }
    this.#completePairs();
    this.#tell();
  }

  // A link may name one colour of a pair alone.
  #completePairs() {
    for (const { name, pair, light } of PROPERTIES) {
      if (pair && this.#values.has(pair) && !this.#values.has(name)) {
        this.#values.set(name, light);
      }
    }
  }

  #writeSoon() {
    const wait = this.#written + WRITE_EVERY - performance.now();
    if (wait <= 0) {
      this.#write();
    } else {
      this.#writing ??= setTimeout(() => this.#write(), wait);
    }
  }

  #finishWriting() {
    if (this.#writing !== undefined) {
      this.#write();
    }
  }

  #write() {
    clearTimeout(this.#writing);
    this.#writing = undefined;
    this.#written = performance.now();
    const fragment = new URLSearchParams([...this.#values]).toString();
    const address = location.href.split("#")[0];
    history.replaceState(history.state, "", fragment ? `${address}${PREFIX}${fragment}` : address);
  }

  #put(name, value) {
    const usable = SETTINGS.has(name) ? this.usable(name, value) : undefined;
    if (usable === undefined) {
      this.#values.delete(name);
    } else {
      this.#values.set(name, usable);
    }
  }

  #tell() {
    for (const listener of this.#listeners) {
      listener();
    }
  }

  #chosen(names) {
    return names.filter((name) => this.#values.has(name)).map((name) => [name, this.#values.get(name)]);
  }
}

// Which scheme the other colours are to come from: text darker than its background makes a light page.
function colourScheme(text, background) {
  if (text === undefined || background === undefined) {
    return undefined;
  }
  return brightness(text) < brightness(background) ? "light" : "dark";
}

function brightness(colour) {
  const digits = sixDigits(colour);
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(digits.slice(at, at + 2), 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// A colour as a colour picker takes it: "#abc" is "#aabbcc".
export function sixDigits(colour) {
  return colour.length === 4 ? colour.replace(/[\da-f]/gi, "$&$&") : colour;
}
