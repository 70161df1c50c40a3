// The WebAssembly module: one download, one live instance, shared by all directories of the page.

import { MODULE, glue } from "../generated.js";
import { Failure, download, read } from "./request.js";

const LIMIT = 5_000_000; // bytes

let compiled; // the promise of the compiled module
let live; // the promise of the instance: { api, onTrap }

// The live instance. Its `api` has what Rust exports; `onTrap` takes functions to call when it dies.
// Throws a Failure: `unsupported`, or `wasm` for whatever else keeps the module from running.
export async function loadModule(assetBase) {
  if (typeof WebAssembly !== "object") {
    throw new Failure("unsupported", "this browser has no WebAssembly");
  }
  live ??= instantiate(assetBase).catch((error) => {
    live = undefined;
    throw new Failure("wasm", `the WebAssembly module cannot be used: ${error?.message ?? error}`, error?.again);
  });
  return live;
}

async function instantiate(assetBase) {
  compiled ??= fetchModule(MODULE, assetBase).catch((error) => {
    compiled = undefined;
    throw error;
  });
  const module = await compiled;
  const instance = { onTrap: new Set() };
  const guard = guarded(() => {
    live = undefined;
    for (const tell of instance.onTrap) {
      tell();
    }
  });
  instance.api = await glue(async (imports) => {
    const { exports } = await WebAssembly.instantiate(module, imports);
    return guard(exports);
  });
  return instance;
}

// A compiled module, by its `{ file, integrity }`.
export async function fetchModule({ file, integrity }, assetBase) {
  const url = new URL(file, assetBase).href;
  // Nobody gives the module up: the next directory needs it too.
  const { signal } = new AbortController();
  return download(url, { limit: LIMIT, signal, integrity, patient: true, take: compile });
}

// Of a response, browsers keep what they compile, and a later visit need not wait for it. They take only one of the
// right type, which many hosts do not know.
async function compile(response, limit, url) {
  if (response.headers.get("content-type") === "application/wasm") {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await read(response, limit, url));
}

// What a dead export returns: the glue looks for a result's parts in it, and finds none.
const NOTHING = [];

// A function that guards an instance's exports: it catches what is thrown in them.
//
// Rust cannot catch a panic here: it is a trap, and thrown in an event handler or a promise it would
// reach the page's window.onerror. After one the instance's memory cannot be trusted, so it is dead:
// its exports do nothing any more and `onTrap` is called once.
function guarded(onTrap) {
  let depth = 0;
  let dead = false;
  const guard = (run) =>
    (...args) => {
      if (dead) {
        return NOTHING;
      }
      depth += 1;
      try {
        return run(...args);
      } catch (error) {
        if (depth > 1) {
          throw error; // Rust called out and was called back: unwind to where the browser called
        }
        dead = true;
        onTrap();
        return NOTHING;
      } finally {
        depth -= 1;
      }
    };
  const wrap = ([name, value]) => [name, typeof value === "function" ? guard(value) : value];
  return (exports) => Object.fromEntries(Object.entries(exports).map(wrap));
}
