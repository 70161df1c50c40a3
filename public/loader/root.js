// The widget's root inside the shadow root, and its styles.

// What session-replay and analytics tools honour as "do not record", each its own.
const PRIVATE_ATTRIBUTES = {
  "data-clarity-mask": "true",
  "data-dd-privacy": "hidden",
  "data-heap-redact-text": "true",
  "data-hj-suppress": "",
  "data-lr-hide": "",
  "data-matomo-mask": "",
  "data-openreplay-hidden": "",
  "data-private": "",
  "data-recording-disable": "",
  "data-sentry-block": "",
};
const PRIVATE_CLASSES = ["fs-exclude", "ph-no-capture", "rr-block", "sentry-block", "_lr-hide"];

// The events that a page's listeners would learn choices from, or take for their own hot keys.
const KEPT_INSIDE = ["input", "change", "click", "keydown", "keyup"];

export function createRoot(shadow) {
  const root = document.createElement("div");
  root.classList.add("root", ...PRIVATE_CLASSES);
  for (const [name, value] of Object.entries(PRIVATE_ATTRIBUTES)) {
    root.setAttribute(name, value);
  }
  for (const name of KEPT_INSIDE) {
    root.addEventListener(name, (event) => event.stopPropagation());
  }
  shadow.append(root);
  return root;
}

// By document: one style sheet for all directories in it. It counts in the document of the window that made it.
const sheets = new WeakMap();

export function sharedStyles(shadow, css) {
  const page = shadow.ownerDocument;
  if (!sheets.has(page)) {
    const sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(page, sheet);
  }
  shadow.adoptedStyleSheets = [sheets.get(page)];
}

// Where focus is inside the root: which of the elements of its kind, or of its id. Undefined where it is not.
export function focusPlace(shadow, root) {
  const element = shadow.activeElement;
  if (!element) {
    return undefined;
  }
  const selector = element.id ? `#${CSS.escape(element.id)}` : element.localName;
  return { selector, at: [...root.querySelectorAll(selector)].indexOf(element) };
}

// Moves focus to what stands in that place after all was rendered anew, else to the title.
export function restoreFocus(place, root) {
  if (place) {
    const element = root.querySelectorAll(place.selector)[place.at];
    (element ?? root.querySelector("[part~=title]"))?.focus({ preventScroll: true });
  }
}
