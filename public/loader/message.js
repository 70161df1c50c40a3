// What stands where the groups will be: "Loading groups" after a second, or that it failed, with a button
// and a helpline; above the groups of a kept list, that there is no newer one. Built here because it must show
// where the WebAssembly does not.

import { createRoot } from "./root.js";

const PATIENCE = 1000; // milliseconds before "Loading groups" shows

export class Message {
  #root; // what the groups stand in
  #retry; // what to do when "Try again" is pressed
  // The message, while there is one. It is a root of its own: below the page's own content the groups' would stand lower,
  // and move up when that goes, which browsers count as a shift of the layout.
  #box;
  #timer;
  #hadFocus = false; // whether focus was in what has been cleared

  constructor(root, retry) {
    this.#root = root;
    this.#retry = retry;
  }

  // Begins to wait.
  loading(words, signal) {
    this.#root.lang = words.tag;
    this.#root.dir = words.direction;
    const timer = setTimeout(() => {
      this.#show([paragraph(words.loading)], "status");
    }, PATIENCE);
    signal.addEventListener("abort", () => clearTimeout(timer));
    this.#timer = timer;
  }

  // A visitor has pressed "Try again". The message stays, so that focus has a place to be.
  retrying(words) {
    this.#box.firstChild.textContent = words.retrying;
    this.#button.setAttribute("aria-disabled", "true");
    this.#button.focus();
  }

  failed(words) {
    const phone = document.createElement("a");
    phone.className = "phone"; // a number stays on one line
    phone.href = `tel:${words["help-phone"].replaceAll(" ", "")}`;
    phone.textContent = words["help-phone"];
    const help = paragraph(`${words["help-before"]} `, phone, `, ${words["help-after"]}`);
    this.#show([paragraph(words.error), this.#newButton(words, "button"), help], "alert");
    if (this.#hadFocus) {
      this.#button.focus();
    }
  }

  // The list that shows is one of an earlier date.
  outdated(words, date) {
    const day = date.toLocaleDateString(words.locale, { dateStyle: "long" });
    this.#show([paragraph(words.outdated.replace("{date}", day)), this.#newButton(words, "button secondary")], "status");
  }

  // Takes the message away, as the list is there. Focus that was in it goes to the title.
  done() {
    if (this.#remove()) {
      this.#root.querySelector("[part~=title]").focus({ preventScroll: true });
    }
  }

  // Takes the message away with all that shows. If it fails, focus that was inside goes to the button.
  clear() {
    const isInGroups = this.#root.querySelector(":focus");
    this.#hadFocus = !!(this.#remove() ?? isInGroups);
  }

  // Takes the message away. Gives what in it had focus.
  #remove() {
    clearTimeout(this.#timer);
    const focused = this.#box?.querySelector(":focus");
    this.#box?.remove();
    this.#box = undefined;
    return focused;
  }

  get #button() {
    return this.#box.querySelector("button");
  }

  #newButton(words, className) {
    const button = document.createElement("button");
    button.type = "button";
    button.part = "button";
    button.className = className;
    button.textContent = words.retry;
    button.addEventListener("click", () => {
      // Scripts can press one that has gone.
      if (button.isConnected && button.getAttribute("aria-disabled") !== "true") {
        this.#retry();
      }
    });
    return button;
  }

  #show([sentence, ...others], role) {
    const focused = this.#remove();
    this.#box = createRoot();
    this.#box.classList.add("message");
    this.#box.lang = this.#root.lang;
    this.#box.dir = this.#root.dir;
    sentence.setAttribute("role", role);
    this.#box.append(sentence, ...others);
    this.#root.before(this.#box);
    if (focused) {
      this.#button?.focus();
    }
  }
}

function paragraph(...children) {
  const element = document.createElement("p");
  element.append(...children);
  return element;
}
