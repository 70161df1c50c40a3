// The formats of src/browser/intl.rs, made beforehand. Not in intl.js, which tests of Rust load by itself.

import { formats, hasFormats } from "./intl.js";
import { turn } from "./slices.js";

// Makes the formats of a locale. Browsers take long to make the first: half of that goes with a collator, by itself.
export async function prepareFormats(locale) {
  if (hasFormats(locale)) {
    return;
  }
  await turn();
  new Intl.Collator(locale);
  await turn();
  formats(locale);
}
