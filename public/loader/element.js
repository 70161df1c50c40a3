// <peer-support-directory>: fetches the list and the module at once, mounts the one with the other, and
// cleans up when it leaves the page. Until then, and if anything fails, its own content stays.

import { ATTRIBUTES, LOADER_ATTRIBUTES, TAG } from "./attributes.js";
import { CSS, FOLDER, VERSION, WORDS } from "../generated.js";
import { fragment, onNavigation, remembered } from "./memory.js";
import { keepTime } from "./clock.js";
import { host } from "./host.js";
import { holdList } from "./list.js";
import { loadModule } from "./module.js";
import { Failure, download } from "./request.js";
import { Message } from "./message.js";
import { createRoot, focusPlace, restoreFocus, sharedStyles } from "./root.js";
import { inSlices } from "./slices.js";

const LANGUAGE_LIMIT = 1_000_000; // bytes

// Where the script came from, or the page where it cannot know.
let scriptUrl;

// The numbers of the directories on the page, from 1: the second one's landmarks say "2".
const numbers = new Set();

// Registers the element, unless an earlier copy of the script has. One of another version says so, once.
export function define(url) {
  const first = customElements.get(TAG);
  if (!first) {
    scriptUrl = URL.canParse(FOLDER, url) ? url : document.baseURI;
    customElements.define(TAG, PeerSupportDirectory);
  } else if (first.version !== VERSION && !first.warned) {
    first.warned = true;
    console.warn(`${TAG}: version ${VERSION} is on this page too; ${first.version}, which came first, is used.`);
  }
}

class PeerSupportDirectory extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  static version = VERSION;
  static warned = false; // that another version is on this page too

  #shadow; // the shadow root
  #root; // the widget's own root inside it
  #message; // the sentence that shows while there is no list
  #number = 0; // 0 while it is not on a page
  #run; // the AbortController of the run from start to stop
  #handle; // what Rust mounted
  #look; // looks at the clock
  #list; // the hold on the list
  #words; // the loader's words in the language that shows
  #state = ""; // the choices, kept from one mount to the next
  #changed = new Set(); // the attributes that the module does not know of yet
  #warned = new Set(); // the warnings given

  connectedCallback() {
    if (this.#run) {
      return; // moved within the page: everything stays as it is
    }
    this.#number = 1;
    while (numbers.has(this.#number)) {
      this.#number += 1;
    }
    numbers.add(this.#number);
    this.#build();
    const shared = fragment(this.#number);
    const before = remembered(this.#key);
    this.#state = shared ?? before?.state ?? this.#state;
    this.#start({ scroll: before?.scroll, reveal: shared !== undefined });
  }

  disconnectedCallback() {
    // A move takes it out and puts it back in one task.
    queueMicrotask(() => {
      if (!this.isConnected && this.#run) {
        this.#stop();
        numbers.delete(this.#number);
      }
    });
  }

  // A move to another document, such as a frame's, loses the styles. One without a window shows nothing.
  adoptedCallback() {
    if (this.#run && this.ownerDocument.defaultView) {
      sharedStyles(this.#shadow, CSS);
    }
  }

  // Says to browsers with moveBefore() that a move changes nothing here.
  connectedMoveCallback() {}

  attributeChangedCallback(name) {
    this.#changed.add(name);
    queueMicrotask(() => this.#update());
  }

  // Where the choices of this directory are kept in the history entry.
  get #key() {
    return `${this.#number} ${this.#listUrl()}`;
  }

  #build() {
    if (!this.#shadow) {
      this.#shadow = this.attachShadow({ mode: "open" });
      this.#shadow.append(document.createElement("slot"));
    }
    this.#root ??= createRoot(this.#shadow);
    this.#message ??= new Message(this.#root, () => this.#start({ again: true }));
  }

  // Loads and mounts. `again`: a visitor pressed "Try again". `scroll`: how far down the page was when it
  // was left. `reveal`: the page was opened by a copied link, so what it shows comes into view.
  async #start({ again = false, scroll, reveal = false } = {}) {
    this.#stop();
    const run = new AbortController();
    const { signal } = run;
    this.#run = run;
    this.#changed.clear();
    this.#keepChoices();
    this.#message.loading(this.#wordsNow(), { again, signal });
    try {
      sharedStyles(this.#shadow, CSS);
      this.#list = holdList(this.#listUrl(), again);
      const [bytes, instance, language] = await Promise.all([
        this.#list.bytes,
        loadModule(this.#assetBase()),
        this.#language(signal),
      ]);
      if (!signal.aborted) {
        await this.#mount(bytes, instance, language, again);
        this.#arrive({ scroll, reveal });
      }
    } catch (error) {
      if (!signal.aborted) {
        this.#fail(error);
      }
    }
  }

  // Keeps the choices when the page is left, as long as this run goes on.
  #keepChoices() {
    const unregister = onNavigation(this.#key, {
      state: () => this.#handle?.state() ?? this.#state,
      restore: () => this.#restore(),
    });
    this.#run.signal.addEventListener("abort", unregister);
  }

  // The file of the page's language; undefined for English, which is part of the module.
  async #language(signal) {
    this.#words = this.#wordsNow();
    const { file } = this.#words;
    if (!file) {
      return undefined;
    }
    const url = new URL(file, this.#assetBase()).href;
    return new TextDecoder().decode(await download(url, { limit: LANGUAGE_LIMIT, signal, patient: true }));
  }

  // Throws what a signal is aborted with, where the directory is not to show any more.
  async #mount(bytes, instance, language, again) {
    const { signal } = this.#run;
    const died = () => {
      this.#handle = undefined; // its memory is gone with the instance
      this.#fail(new Failure("wasm", "the WebAssembly module stopped after an error"));
    };
    instance.onTrap.add(died);
    signal.addEventListener("abort", () => instance.onTrap.delete(died));
    this.#changed.clear();
    const [place, state] = [this.#message.place(), this.#state];
    const handle = instance.api.mount(place, this.#host(), this.#attributes(), bytes, state, language);
    try {
      await inSlices(() => {
        const goesOn = handle.step();
        this.#show(place, again);
        return goesOn;
      }, signal);
      signal.throwIfAborted(); // taken off the page, or it died on the way, and has been told so
    } catch (error) {
      handle.free();
      // Rust throws a string for a document that is no list.
      throw typeof error === "string" ? new Failure("not-a-list", error) : error;
    }
    this.#handle = handle;
    // What came while it was on its way.
    if (this.#state !== state) {
      handle.restore(this.#state);
    }
    this.#update();
  }

  // Takes away what stood there before, as soon as the module has put its title in its place.
  #show(place, again) {
    const slot = this.#shadow.querySelector("slot");
    if (!slot.hidden && place.hasChildNodes()) {
      slot.hidden = true;
      this.#message.done();
      if (again) {
        place.querySelector("[part~=title]").focus();
      }
    }
  }

  // The first render is done: says so.
  #arrive({ scroll, reveal }) {
    if (reveal) {
      this.scrollIntoView();
    } else if (scroll && scroll > scrollY && history.scrollRestoration === "auto") {
      scrollTo({ top: scroll, behavior: "instant" });
    }
    this.#warmWhenIdle();
    this.#look = keepTime(() => this.#handle?.tick() ?? Infinity, this.#run.signal);
    const problems = Array.from(this.#handle.problems(), ([path, message]) => ({ path, message }));
    this.#emit("psd-ready", { groups: this.#handle.groups(), problems });
  }

  // Readies the search while nothing else is to do. What waits would keep a removed element alive.
  #warmWhenIdle() {
    const [wait, cancel] =
      "requestIdleCallback" in globalThis
        ? [requestIdleCallback, cancelIdleCallback]
        : [setTimeout, clearTimeout];
    const { signal } = this.#run;
    const waiting = wait(() => inSlices(() => this.#handle.warm(), signal));
    signal.addEventListener("abort", () => cancel(waiting));
  }

  #fail(error) {
    const { code, message } = error instanceof Failure ? error : new Failure("wasm", String(error));
    this.#stop({ keepRun: true });
    this.#keepChoices();
    this.#message.failed(this.#wordsNow());
    this.#emit("psd-error", { code, message });
  }

  // Unmounts and lets go. `keepRun`: the element still stands on the page.
  #stop({ keepRun = false } = {}) {
    this.#state = this.#handle?.state() ?? this.#state;
    this.#handle?.free();
    this.#handle = undefined;
    this.#list?.release();
    this.#list = undefined;
    this.#message.clear();
    this.#shadow.querySelector("slot").hidden = false;
    this.#run?.abort();
    this.#run = keepRun ? new AbortController() : undefined;
  }

  #update() {
    const changed = [...this.#changed];
    if (!this.#run || changed.length === 0) {
      return;
    }
    const hasOtherWords = this.#wordsNow() !== this.#words;
    if (hasOtherWords || changed.some((name) => LOADER_ATTRIBUTES.includes(name))) {
      this.#start();
    } else if (this.#handle) {
      this.#changed.clear();
      const place = focusPlace(this.#shadow, this.#root);
      this.#handle.update(this.#attributes(), changed);
      this.#look?.(); // other groups meet at other times
      restoreFocus(place, this.#root);
    }
  }

  // Takes the choices of a copied link that was opened while this page already shows.
  #restore() {
    const state = fragment(this.#number);
    if (state !== undefined) {
      this.#state = state;
      this.#handle?.restore(state);
      this.scrollIntoView();
    }
  }

  // What Rust asks of its element.
  #host() {
    return host(this, {
      number: this.#number,
      assetBase: () => this.#assetBase(),
      emit: (name, detail) => this.#emit(name, detail),
      warn: (message) => this.#warn(message),
    });
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #warn(message) {
    if (!this.#warned.has(message)) {
      this.#warned.add(message);
      console.warn(message);
    }
  }

  // The attributes as pairs; `page-lang` is the nearest lang around the element.
  #attributes() {
    const pairs = ATTRIBUTES.filter((name) => this.hasAttribute(name)).map((name) => [
      name,
      this.getAttribute(name),
    ]);
    return [...pairs, ["page-lang", this.#pageLang()]];
  }

  #pageLang() {
    for (let node = this; node; node = node.getRootNode().host) {
      const found = (node === this ? node.parentElement : node)?.closest("[lang]");
      if (found) {
        return found.lang;
      }
    }
    return "";
  }

  // The loader's words in the language of the page, or English.
  #wordsNow() {
    const lang = this.getAttribute("lang") || this.#pageLang();
    return WORDS[lang.split("-")[0].toLowerCase()] ?? WORDS.en;
  }

  #assetBase() {
    return this.#folder(FOLDER);
  }

  #listUrl() {
    return this.#url("list") ?? new URL("groups.json", this.#folder("")).href;
  }

  // The folder that `asset-base` names, else the one that a path leads to from the script.
  #folder(path) {
    return this.#url("asset-base", (base) => base.replace(/\/?$/, "/")) ?? new URL(path, scriptUrl).href;
  }

  // An attribute as an absolute web address; undefined, with a warning, where it is none.
  #url(name, change = (value) => value) {
    const value = this.getAttribute(name)?.trim();
    if (!value) {
      return undefined;
    }
    const url = URL.canParse(value, document.baseURI) && new URL(change(value), document.baseURI);
    if (url && /^https?:$/.test(url.protocol)) {
      return url.href;
    }
    this.#warn(`${TAG}: the attribute ${name}="${value}" cannot be used. Allowed: a web address.`);
    return undefined;
  }
}
