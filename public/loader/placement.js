// The ways to embed without writing the element: a script tag with data-list, and a placeholder with
// data-peer-support-directory. Both get a <peer-support-directory> that follows their data-*.

import { ATTRIBUTES, TAG } from "./attributes.js";

const PLACEHOLDER = "[data-peer-support-directory]:not(script)";

// `script` is the tag that is running, or null where an optimiser merged it into another file.
export function placeDirectories(script) {
  const inHead = script?.closest("head");
  if (script && !inHead && asksForDirectory(script)) {
    place(script, (directory) => script.after(directory));
  }
  placePlaceholders();
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", placePlaceholders, { once: true });
  }
}

function asksForDirectory(script) {
  return "list" in script.dataset || "peerSupportDirectory" in script.dataset;
}

function placePlaceholders() {
  for (const placeholder of document.querySelectorAll(PLACEHOLDER)) {
    // A second copy of the script finds the directory that the first one put there.
    if (!placeholder.querySelector(`:scope > ${TAG}`)) {
      place(placeholder, (directory) => {
        // What stands in the placeholder is the fallback: it moves inside, so that it goes and comes.
        directory.append(...placeholder.childNodes);
        placeholder.append(directory);
      });
    }
  }
}

// Puts a directory that has, now and later, the attributes that `source` gives as data-*.
function place(source, insert) {
  const directory = document.createElement(TAG);
  for (const name of ATTRIBUTES) {
    copy(source, directory, name);
  }
  insert(directory);
  const attributeFilter = ATTRIBUTES.map((name) => `data-${name}`);
  // The observer lives as long as `source`, which owns it; it keeps nothing else alive.
  const observer = new MutationObserver((records) => {
    for (const name of new Set(records.map((record) => record.attributeName))) {
      copy(source, directory, name.slice("data-".length));
    }
  });
  observer.observe(source, { attributeFilter });
}

function copy(source, directory, name) {
  const value = source.getAttribute(`data-${name}`);
  if (value === null) {
    directory.removeAttribute(name);
  } else {
    directory.setAttribute(name, value);
  }
}
