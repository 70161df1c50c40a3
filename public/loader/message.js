// What stands where the groups will be: "Loading groups" after a second, or that it failed, with a
// button and a helpline. Built here because it must show where the WebAssembly does not.

const PATIENCE = 1000; // milliseconds before "Loading groups" shows

export class Message {
  #root;
  #retry; // what to do when "Try again" is pressed
  #box; // the message's element, while there is one
  #place; // where the module mounts

  constructor(root, retry) {
    this.#root = root;
    this.#retry = retry;
  }

  // Begins to wait. After "Try again" the message stays, so that focus has a place to be.
  loading(words, { again, signal }) {
    this.#root.lang = words.tag;
    this.#root.dir = words.direction;
    if (again) {
      this.#showError(words, words.retrying);
      this.#button.setAttribute("aria-disabled", "true");
      this.#button.focus();
      return;
    }
    const timer = setTimeout(() => {
      this.#show([paragraph(words.loading)], "status");
    }, PATIENCE);
    signal.addEventListener("abort", () => clearTimeout(timer));
    this.#timer = timer;
  }

  failed(words) {
    const hadFocus = this.#hadFocus;
    this.#showError(words, words.error);
    if (hadFocus) {
      this.#button.focus();
    }
  }

  // The element to mount in: new each time, and in the page, so that it can be measured.
  place() {
    this.#place?.remove();
    this.#place = document.createElement("div");
    this.#root.append(this.#place);
    return this.#place;
  }

  done() {
    clearTimeout(this.#timer);
    this.#box?.remove();
    this.#box = undefined;
  }

  clear() {
    this.#hadFocus = Boolean(this.#root.getRootNode().activeElement);
    this.done();
    this.#place?.remove();
    this.#place = undefined;
  }

  #timer;
  #hadFocus = false;

  get #button() {
    return this.#box.querySelector("button");
  }

  #showError(words, sentence) {
    const button = document.createElement("button");
    button.type = "button";
    button.part = "button";
    button.className = "button";
    button.textContent = words.retry;
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") !== "true") {
        this.#retry();
      }
    });
    const phone = document.createElement("a");
    phone.className = "phone"; // a number stays on one line
    phone.href = `tel:${words["help-phone"].replaceAll(" ", "")}`;
    phone.textContent = words["help-phone"];
    const help = paragraph(`${words["help-before"]} `, phone, `, ${words["help-after"]}`);
    this.#show([paragraph(sentence), button, help], "alert");
  }

  #show(children, role) {
    clearTimeout(this.#timer);
    this.#box?.remove();
    this.#box = document.createElement("div");
    this.#box.className = "message";
    const [sentence, ...others] = children;
    sentence.setAttribute("role", role);
    this.#box.append(sentence, ...others);
    this.#root.prepend(this.#box);
  }
}

function paragraph(...children) {
  const element = document.createElement("p");
  element.append(...children);
  return element;
}
