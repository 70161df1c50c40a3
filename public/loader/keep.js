// The last good list, where the page asks to keep it: in Cache Storage, by the list's address. Nothing else is
// stored. Where the browser has no Cache Storage, refuses it or has no room, nothing is kept.

import { VERSION } from "../generated.js";
import { wait } from "./request.js";

const CACHE = "peer-support-directory";
const DAY = 86_400_000; // milliseconds
const PATIENCE = 4000; // milliseconds for a browser to find a list: few, but a busy phone may need a second or two

// The list kept at a URL, as `{ bytes, date }`; undefined where there is none, or `days` is. One that is older than
// so many days goes, and so does what another version of this script took for a good list.
export async function keptList(url, days, signal) {
  const found = async (cache) => {
    const response = await cache.match(url);
    const date = new Date(response?.headers.get("date"));
    const age = Date.now() - date;
    if (age >= 0 && age <= days * DAY && response.headers.get("version") === VERSION) {
      return { bytes: new Uint8Array(await response.arrayBuffer()), date };
    }
    await cache.delete(url);
  };
  return days && Promise.race([inCache(found), wait(PATIENCE, signal)]);
}

// Keeps a list that has shown, for so many days. Others whose days are over go. Does nothing without `bytes` or `days`.
export function keepList(url, bytes, days) {
  if (!bytes || !days) {
    return;
  }
  const [date, expires] = [0, days].map((later) => new Date(Date.now() + later * DAY).toUTCString());
  inCache(async (cache) => {
    await cache.put(url, new Response(bytes, { headers: { date, expires, version: VERSION } }));
    for (const request of await cache.keys()) {
      const { headers } = await cache.match(request);
      if (!(Date.parse(headers.get("expires")) > Date.now())) {
        await cache.delete(request);
      }
    }
  });
}

export function dropList(url) {
  inCache((cache) => cache.delete(url));
}

// One after the other: an old list must not go when a new one has already come in its place.
let last = Promise.resolve();

// What `use` gives; undefined where it cannot be done.
function inCache(use) {
  last = last
    .then(() => caches.open(CACHE))
    .then(use)
    .catch(() => undefined);
  return last;
}
