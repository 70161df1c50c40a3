// The group list: directories with the same list share one download.

import { download } from "./request.js";

const LIMIT = 5_000_000; // decoded bytes

// By URL: the promise of the bytes, how many directories hold it, and how to give it up.
const downloads = new Map();

// A directory's hold on the list at a URL. The last to release it frees it, and stops the download if it still
// runs. `fresh` asks the server again, whatever the browser's cache holds.
export class List {
  bytes; // the promise of them; undefined once it is released
  #url;
  #entry;

  constructor(url, fresh) {
    this.#url = url;
    this.#hold(fresh);
  }

  // Asks the server again. Another directory may have done so by now, and keeps what it has if not.
  renew() {
    forget(this.#url, this.#entry);
    this.release();
    this.#hold(true);
  }

  release() {
    if (this.bytes) {
      this.bytes = undefined;
      this.#entry.holders -= 1;
      if (this.#entry.holders === 0) {
        this.#entry.controller.abort(new DOMException("No directory needs the list any more", "AbortError"));
        forget(this.#url, this.#entry);
      }
    }
  }

  #hold(fresh) {
    this.#entry = downloads.get(this.#url) ?? begin(this.#url, fresh);
    this.#entry.holders += 1;
    this.bytes = this.#entry.bytes;
  }
}

function begin(url, fresh) {
  const controller = new AbortController();
  const cache = fresh ? "reload" : "default";
  const bytes = download(url, { limit: LIMIT, signal: controller.signal, cache });
  const entry = { bytes, holders: 0, controller };
  downloads.set(url, entry);
  // A failed download is not kept: whoever comes next tries anew.
  bytes.catch(() => forget(url, entry));
  return entry;
}

function forget(url, entry) {
  if (downloads.get(url) === entry) {
    downloads.delete(url);
  }
}
