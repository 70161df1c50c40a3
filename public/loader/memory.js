// Choices that outlive the page view: in the history entry, so that Back brings them back, and in the
// fragment of a link that a visitor has copied. Nowhere else.

const KEY = "peerSupportDirectory";

// By key: `{ state, restore }` of the directories on the page.
const directories = new Map();

// What the history entry remembers of a directory: `{ state, scroll }`. Read once, then removed.
export function remembered(key) {
  const entries = stateObject()?.[KEY];
  const found = entries?.[key];
  if (found) {
    const { [key]: _, ...others } = entries;
    write(others);
  }
  return found;
}

// Keeps a directory's choices when the page is left. `state()` gives them as text; `restore()` is called
// when the address has a new fragment. Returns what undoes it.
export function onNavigation(key, directory) {
  if (directories.size === 0) {
    addEventListener("pagehide", save);
    addEventListener("pageshow", forget);
    addEventListener("hashchange", restore);
  }
  directories.set(key, directory);
  return () => {
    if (directories.get(key) === directory) {
      directories.delete(key);
    }
    if (directories.size === 0) {
      removeEventListener("pagehide", save);
      removeEventListener("pageshow", forget);
      removeEventListener("hashchange", restore);
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
  history.replaceState(history.state, "", location.href.split("#")[0]);
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

// The page came back from the cache with its choices still on it.
function forget(event) {
  if (event.persisted) {
    write({});
  }
}

function restore() {
  for (const { restore } of directories.values()) {
    restore();
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
  if (!state || (!(KEY in state) && Object.keys(entries).length === 0)) {
    return;
  }
  const { [KEY]: _, ...page } = state;
  const isEmpty = Object.keys(entries).length === 0;
  const merged = isEmpty ? page : { ...page, [KEY]: entries };
  const restored = isEmpty && Object.keys(page).length === 0 ? null : merged;
  try {
    history.replaceState(restored, "");
  } catch {
    // The browser limits how often, or a sandboxed frame forbids it: the choices are then not kept.
  }
}
