// What loads only when somebody asks for it: the second WebAssembly module and the table of places.

import { LATER } from "../generated.js";
import { download } from "./request.js";
import { fetchModule } from "./module.js";

// The questions of src/later.rs, by their numbers there.
const WHAT = ["calendar", "names", "places", "table"];

const TABLE = "places.txt";
const TABLE_LIMIT = 1_000_000; // bytes

let loading; // the promise of the module's exports
let table; // the promise of the module's having the table of places

// The answer to a request, both of them text. Throws where the module cannot be loaded or stops.
export async function ask(what, request, assetBase) {
  loading ??= load(assetBase);
  try {
    const exports = await loading;
    if (what !== "calendar") {
      table ??= takeTable(exports, assetBase);
      await table;
    }
    return answer(exports, what, request);
  } catch (error) {
    loading = table = undefined; // the next to ask tries again
    throw error;
  }
}

async function takeTable(exports, assetBase) {
  const { signal } = new AbortController(); // the next directory needs it too
  const bytes = await download(new URL(TABLE, assetBase).href, { limit: TABLE_LIMIT, signal });
  const fault = answer(exports, "table", new TextDecoder().decode(bytes));
  if (fault) {
    throw new Error(`${TABLE}: ${fault}`);
  }
}

async function load(assetBase) {
  const { exports } = await WebAssembly.instantiate(await fetchModule(LATER, assetBase));
  return exports;
}

function answer(exports, what, request) {
  const bytes = new TextEncoder().encode(request);
  const room = exports.request(bytes.length);
  // Memory moves when it grows, so each view is made after the call before.
  new Uint8Array(exports.memory.buffer, room, bytes.length).set(bytes);
  const place = exports.answer(WHAT.indexOf(what));
  return new TextDecoder().decode(new Uint8Array(exports.memory.buffer, place, exports.length()));
}
