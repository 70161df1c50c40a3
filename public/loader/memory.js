// Choices that outlive the page view: in the history entry, so that Back brings them back, and in the
// fragment of a link that a visitor has copied; in memory, where the page swaps its content without
// loading anew. Nowhere else.

const KEY = "peerSupportDirectory";

// By key: `{ state, restore }` of the directories on the page, and the history `entry` that each stands in.
const directories = new Map();
let listening; // to the page, while there is any: the AbortController that ends it

// By history entry and key: `{ state }` of directories that the page has taken away.
const removed = new Map();

// What names the history entry; undefined in browsers that have no name for it.
function entryNow() {
  return globalThis.navigation?.currentEntry?.key;
}

// What the history entry remembers of a directory: `{ state, scroll }`, the latter where the page was loaded
// anew. Read once, then removed.
export function remembered(key) {
  const name = `${entryNow()} ${key}`;
  const taken = removed.get(name);
  removed.delete(name);
  if (taken) {
    return taken;
  }
  const entries = stateObject()?.[KEY];
  const found = entries?.[key];
  if (found) {
    const { [key]: _, ...others } = entries;
    write(others);
  }
  // Other scripts of the page can write here too, and the module takes nothing but text.
  return typeof found?.state === "string" ? found : undefined;
}

// Keeps a directory's choices when the page is left. `state()` gives them as text; `restore()` is called
// when the address has a new fragment. Returns what undoes it.
export function onNavigation(key, directory) {
  if (directories.size === 0) {
    listening = new AbortController();
    const { signal } = listening;
    addEventListener("pagehide", leave, { signal });
    addEventListener("pageshow", comeBack, { signal });
    addEventListener("hashchange", restore, { signal });
    document.addEventListener("freeze", freeze, { signal });
    document.addEventListener("resume", resume, { signal });
  }
  directories.set(key, directory);
  // Whoever takes the directory away for another page's content has moved on to that page's entry before.
  directory.entry = entryNow();
  return () => {
    const state = directory.state();
    if (state && entryNow() !== directory.entry) {
      removed.set(`${directory.entry} ${key}`, { state });
    }
    if (directories.get(key) === directory) {
      directories.delete(key);
    }
    if (directories.size === 0) {
      listening.abort();
    }
  };
}

// A link to this page with the choices of a directory.
export function link(number, state) {
  return `${location.href.split("#")[0]}#${prefix(number)}${state}`;
}

// The choices in the page's fragment, where it is a copied link's. Taken out of the address again: only
// a visitor's own "Copy link" may put choices in one.
export function fragment(number) {
  if (!location.hash.startsWith(`#${prefix(number)}`)) {
    return undefined;
  }
  const state = location.hash.slice(prefix(number).length + 1);
  replaceState(history.state, location.href.split("#")[0]);
  return state;
}

function prefix(number) {
  return `peer-support-directory-${number}?`;
}

function save() {
  const entries = {};
  for (const [key, { state }] of directories) {
    const text = state();
    if (text) {
      entries[key] = { state: text, scroll: scrollY };
    }
  }
  write(entries);
}

let hasLeft = false; // the page is on its way out, or kept in the back-forward cache

function leave() {
  hasLeft = true;
  save();
}

// Out of the cache the page comes with its choices still on it.
function comeBack(event) {
  hasLeft = false;
  if (event.persisted) {
    write({});
  }
}

// A browser short of memory freezes a tab, may discard it without a word, and loads it anew when needed. A
// page on its way into the cache is frozen too: writing then would throw it out.
function freeze() {
  if (!hasLeft) {
    save();
  }
}

function resume() {
  if (!hasLeft) {
    write({});
  }
}

function restore() {
  for (const directory of directories.values()) {
    directory.entry = entryNow();
    directory.restore();
  }
}

// The page's own state, where ours can be merged with it; undefined where it cannot.
function stateObject() {
  const { state } = history;
  if (state === null) {
    return {};
  }
  return Object.prototype.toString.call(state) === "[object Object]" ? state : undefined;
}

function write(entries) {
  const state = stateObject();
  const isEmpty = Object.keys(entries).length === 0;
  if (!state || (!(KEY in state) && isEmpty)) {
    return;
  }
  const { [KEY]: _, ...page } = state;
  const merged = isEmpty ? page : { ...page, [KEY]: entries };
  const restored = isEmpty && Object.keys(page).length === 0 ? null : merged;
  replaceState(restored);
}

// The browser limits how often, or a sandboxed frame forbids it: choices are then not kept, or stay in the address.
function replaceState(state, url) {
  try {
    history.replaceState(state, "", url);
  } catch {
    // There is nothing else to do.
  }
}
