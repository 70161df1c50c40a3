// What the loader says, and the file of what the directory says in another language than English.

import { WORDS } from "../generated.js";
import { download } from "./request.js";

const LIMIT = 1_000_000; // bytes

// The loader's words in the language of a tag, such as "en-GB"; in English where it does not speak that.
export function wordsOf(tag) {
  const language = tag.split("-")[0].toLowerCase();
  return WORDS[Object.hasOwn(WORDS, language) ? language : "en"];
}

// The text of the file that belongs to the loader's words; undefined for English, which is part of the module.
export async function languageFile({ file }, assetBase, signal) {
  if (!file) {
    return undefined;
  }
  const url = new URL(file, assetBase).href;
  return new TextDecoder().decode(await download(url, { limit: LIMIT, signal, patient: true }));
}
