// What loads only when somebody asks for it: the second WebAssembly module and the table of places.

import { LATER } from "../generated.js";
import { fetchModule } from "./module.js";

// The questions of src/later.rs, by their numbers there.
const WHAT = ["calendar"];

let loading; // the promise of the module's exports

// The answer to a request, both of them text. Throws where the module cannot be loaded or stops.
export async function ask(what, request, assetBase) {
  loading ??= load(assetBase);
  try {
    return answer(await loading, WHAT.indexOf(what), request);
  } catch (error) {
    loading = undefined; // the next to ask tries again
    throw error;
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
  const place = exports.answer(what);
  return new TextDecoder().decode(new Uint8Array(exports.memory.buffer, place, exports.length()));
}
