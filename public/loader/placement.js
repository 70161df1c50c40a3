// The ways to embed without writing the element: a script tag with data-list, and a placeholder with
// data-peer-support-directory. Both get a <peer-support-directory> that follows their data-*.

import { ATTRIBUTES, TAG } from "./attributes.js";

const PLACEHOLDER = "[data-peer-support-directory]:not(script)";

// `script` is the tag that is running, or null where that cannot be known: merged into another file, or imported.
export function placeDirectories(script) {
  const inHead = script?.closest("head");
  if (script && !inHead && asksForDirectory(script)) {
    placeAfter(script);
  }
  if (document.readyState === "loading") {
    placeIn(document);
    document.addEventListener("DOMContentLoaded", placeNowAndLater, { once: true });
  } else {
    placeNowAndLater();
  }
}

function asksForDirectory(script) {
  return "list" in script.dataset || "peerSupportDirectory" in script.dataset;
}

function placeAfter(script) {
  const next = script.nextElementSibling;
  // A page that brings back a copy of itself (Turbo) runs the script again beside its directory.
  if (next?.localName === TAG && next.getAttribute("list") === script.getAttribute("data-list")) {
    follow(script, next);
  } else {
    script.after(directoryOf(script));
  }
}

// Placeholders come with the page, and later where a page swaps its content, or what stands in one, without
// loading anew.
function placeNowAndLater() {
  placeIn(document);
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      const around = target.closest?.(PLACEHOLDER);
      for (const node of [around, ...addedNodes]) {
        if (node?.isConnected && node.nodeType === Node.ELEMENT_NODE) {
          placeIn(node);
        }
      }
    }
  });
  observer.observe(document, { childList: true, subtree: true });
}

// Places a directory in each placeholder under a node, and in itself if it is one.
function placeIn(node) {
  const inside = node.querySelectorAll(PLACEHOLDER);
  for (const placeholder of node.matches?.(PLACEHOLDER) ? [node, ...inside] : inside) {
    const there = placeholder.querySelector(`:scope > ${TAG}`);
    // Another copy of the script has been here, or the page has brought back a copy of itself.
    if (there) {
      follow(placeholder, there);
    } else if (document.readyState !== "loading" || isComplete(placeholder)) {
      const directory = directoryOf(placeholder);
      // What stands in the placeholder is the fallback: it moves inside, so that it goes and comes.
      directory.append(...placeholder.childNodes);
      placeholder.append(directory);
    }
  }
}

// Whether the parser is done with a node: something follows it, or what it stands in.
function isComplete(node) {
  for (; node; node = node.parentNode) {
    if (node.nextSibling) {
      return true;
    }
  }
  return false;
}

// A directory that has, now and later, the attributes that `source` gives as data-*.
function directoryOf(source) {
  const directory = document.createElement(TAG);
  for (const name of ATTRIBUTES) {
    copy(source, directory, name);
  }
  follow(source, directory);
  return directory;
}

// By placeholder or script: the directory that follows it, and the observer by which it does.
const followers = new WeakMap();

function follow(source, directory) {
  const before = followers.get(source);
  if (before?.directory === directory) {
    return;
  }
  // A page may swap what stands in a placeholder again and again.
  before?.observer.disconnect();
  const attributeFilter = ATTRIBUTES.map((name) => `data-${name}`);
  const observer = new MutationObserver((records) => {
    for (const name of new Set(records.map((record) => record.attributeName))) {
      copy(source, directory, name.slice("data-".length));
    }
  });
  observer.observe(source, { attributeFilter });
  followers.set(source, { directory, observer });
}

function copy(source, directory, name) {
  const value = source.getAttribute(`data-${name}`);
  if (value === null) {
    directory.removeAttribute(name);
  } else {
    directory.setAttribute(name, value);
  }
}
