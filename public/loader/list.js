// The group list: directories with the same list share one download.

import { download } from "./request.js";

const LIMIT = 5_000_000; // decoded bytes

// By URL: the promise of the bytes, how many directories hold it, and how to give it up.
const downloads = new Map();

// Takes hold of the list at a URL: `{ bytes, release }`. The last to release it frees it, and stops the
// download if it still runs. `fresh` asks the server again, whatever the browser's cache holds.
export function holdList(url, fresh) {
  let entry = downloads.get(url);
  if (!entry) {
    const controller = new AbortController();
    const cache = fresh ? "reload" : "default";
    const bytes = download(url, { limit: LIMIT, signal: controller.signal, cache });
    entry = { bytes, holders: 0, controller };
    downloads.set(url, entry);
    // A failed download is not kept: whoever comes next tries anew.
    bytes.catch(() => forget(url, entry));
  }
  entry.holders += 1;
  let held = true;
  const release = () => {
    if (held) {
      held = false;
      entry.holders -= 1;
      if (entry.holders === 0) {
        entry.controller.abort(new DOMException("No directory needs the list any more", "AbortError"));
        forget(url, entry);
      }
    }
  };
  return { bytes: entry.bytes, release };
}

function forget(url, entry) {
  if (downloads.get(url) === entry) {
    downloads.delete(url);
  }
}
