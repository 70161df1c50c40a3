// Dates, numbers, plurals and order in one locale, by the browser's own Intl. Rust reaches it through
// src/browser/intl.rs: there the same would be twice the code.

const made = new Map(); // the formats, by locale

// The formats of a locale. Browsers take long to make the first, so all directories share them.
export function formats(locale) {
  if (!made.has(locale)) {
    made.set(locale, make(locale));
  }
  return made.get(locale);
}

export function hasFormats(locale) {
  return made.has(locale);
}

function make(locale) {
  const day = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const shortDay = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const dayOfYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" });
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  return {
    // A day in words, "16 December 2026", from ISO 8601.
    date: (iso) => day.format(new Date(iso)),
    // Without its year, "16 December".
    dayOfYear: (iso) => dayOfYear.format(new Date(iso)),
    // As in a diary: "Wed", "16" and "Dec", a line each.
    diary: (iso) => {
      const parts = shortDay.formatToParts(new Date(iso));
      return ["weekday", "day", "month"].map((type) => parts.find((part) => part.type === type).value).join("\n");
    },
    // A count with its separators, "10,000".
    number: (count) => numbers.format(count),
    // The plural category of a count: "one", "other" and so on.
    plural: (count) => plurals.select(count),
    // For each of the names, a line each, its place in the order; equal names share one.
    ranks: (lines) => {
      const names = lines.split("\n").slice(0, -1);
      // Comparing is dear, and cheap by bytes: what is nearly in order takes few comparisons.
      const sorted = [...new Set(names)].sort().sort(new Intl.Collator(locale, { numeric: false }).compare);
      const ranks = new Map();
      sorted.forEach((name, rank) => ranks.set(name, rank));
      return Uint32Array.from(names, (name) => ranks.get(name));
    },
    // The name of a language, such as "Welsh" of "cy" in English; the tag where it has none.
    language: (tag) => {
      try {
        return new Intl.DisplayNames(locale, { type: "language" }).of(tag);
      } catch {
        return tag;
      }
    },
  };
}
