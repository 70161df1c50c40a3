// The roots that the shadow root holds, of the groups and of a message, and their styles.

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

export function createRoot() {
  const root = document.createElement("div");
  root.classList.add("root", ...PRIVATE_CLASSES);
  for (const [name, value] of Object.entries(PRIVATE_ATTRIBUTES)) {
    root.setAttribute(name, value);
  }
  for (const name of KEPT_INSIDE) {
    root.addEventListener(name, (event) => event.stopPropagation());
  }
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

// Holds on to where a visitor is while all is rendered anew: what is open, what has focus, and what is being typed
// there. Gives what restores it. Where what had focus is no more, the title gets it.
export function holdPlace(root) {
  const open = [...root.querySelectorAll("[aria-expanded=true]")].map(controlled);
  const focused = root.querySelector(":focus");
  const selector = focused?.id ? `#${CSS.escape(focused.id)}` : focused?.localName;
  const at = focused && [...root.querySelectorAll(selector)].indexOf(focused);
  const words = focused && wordsOf(focused);
  const { value, selectionStart, selectionEnd } = focused ?? {};

  return async () => {
    for (const name of open) {
      const closed = [...root.querySelectorAll("[aria-expanded=false]")];
      closed.find((button) => controlled(button) === name)?.click();
      await undefined; // the module opens it in a microtask
    }
    if (!focused) {
      return;
    }
    const alike = [...root.querySelectorAll(selector)];
    const same = [alike[at], ...alike].find((element) => element && wordsOf(element) === words);
    const element = same ?? alike[at] ?? root.querySelector("[part~=title]");
    element?.focus({ preventScroll: true });
    if (typeof selectionStart === "number" && element === same) {
      if (element.value !== value) {
        // Typed so recently that it does not count yet.
        element.value = value;
        element.dispatchEvent(new Event("input"));
      }
      element.setSelectionRange(selectionStart, selectionEnd);
    }
  };
}

// What a button opens: an id, or the rest of a filter.
function controlled(button) {
  return button.getAttribute("aria-controls") ?? button.closest("fieldset")?.querySelector("legend").textContent;
}

// What names a control: its own words, or a checkbox's without the count.
function wordsOf(element) {
  return (element.closest("label")?.querySelector("bdi") ?? element).textContent;
}
