// <peer-support-directory>: fetches the list and the module at once, mounts the one with the other, and
// cleans up when it leaves the page. Until then, and if anything fails, its own content stays.

import { ATTRIBUTES, DOWNLOAD_ATTRIBUTES, TIMING_ATTRIBUTES } from "./attributes.js";
import { CSS, VERSION } from "../generated.js";
import { fragment, onNavigation, remembered } from "./memory.js";
import { keepTime } from "./clock.js";
import { prepareFormats } from "./formats.js";
import { host } from "./host.js";
import { whenIdle } from "./idle.js";
import { dropList, keepList, keptList } from "./keep.js";
import { List } from "./list.js";
import { Message } from "./message.js";
import { loadModule } from "./module.js";
import { whenNear } from "./near.js";
import { giveBackNumber, hasNumber, takeNumber } from "./numbers.js";
import { Options } from "./options.js";
import { firstOf, renew, showEither } from "./renew.js";
import { Failure } from "./request.js";
import { Retry } from "./retry.js";
import { createRoot, holdPlace, sharedStyles } from "./root.js";
import { inSlices } from "./slices.js";
import { languageFile } from "./words.js";

export class PeerSupportDirectory extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  static scriptUrl; // where the script came from, or the page where it cannot know
  static version = VERSION;
  static warned = false; // that another version is on this page too

  #shadow; // the shadow root
  #root; // the root of the groups inside it
  #place; // where the module has mounted
  #message; // the sentence that shows while there is no list
  #number = 0; // 0 before it was first on a page
  #run; // the AbortController of the run from start to stop
  #handle; // what Rust mounted
  #look; // looks at the clock
  #list; // the hold on the list
  #url; // of the list
  #newest; // the bytes of the list that shows, where no older one stands in
  #words; // the loader's words in the language that shows
  #options = new Options(this, PeerSupportDirectory.scriptUrl);
  #isWaiting = false; // for the visitor to come near
  #retry = new Retry(); // of what failed
  #state = ""; // the choices, kept from one mount to the next
  #taken; // what the list that shows took of them at first: a newer one may take more
  #changed = new Set(); // the attributes changed since the last update

  connectedCallback() {
    if (this.#run && hasNumber(this.#number, this)) {
      return; // moved within the page: everything stays as it is
    }
    this.#number = takeNumber(this);
    this.#build();
    const shared = fragment(this.#number);
    const before = remembered(this.#key);
    this.#state = shared ?? before?.state ?? this.#state;
    if (this.#options.isLazy() && shared === undefined && !before) {
      this.#wait();
    } else {
      this.#start({ scroll: before?.scroll, reveal: shared !== undefined });
    }
  }

  disconnectedCallback() {
    // A move takes it out and puts it back in one task.
    queueMicrotask(() => {
      if (!this.isConnected && this.#run) {
        this.#stop();
        giveBackNumber(this.#number, this);
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
    if (this.#changed.size === 0) {
      queueMicrotask(() => this.#update());
    }
    this.#changed.add(name);
  }

  // Where the choices of this directory are kept in the history entry.
  get #key() {
    return `${this.#number} ${this.#options.listUrl()}`;
  }

  #build() {
    if (!this.#shadow) {
      this.#shadow = this.attachShadow({ mode: "open" });
      this.#root = createRoot();
      this.#shadow.append(document.createElement("slot"), this.#root);
      this.#message = new Message(this.#root, () => this.#retry.ask());
    }
  }

  // Starts when the visitor comes near.
  #wait() {
    this.#isWaiting = true;
    this.#run = new AbortController();
    this.#changed.clear();
    this.#keepChoices();
    whenNear(this, () => this.#start(), this.#run.signal);
  }

  // Loads and mounts. `again`: a visitor pressed "Try again". `quiet`: nobody did, so the message stays as it is
  // until there is a list. `scroll`: how far down the page was when it was left. `reveal`: the page was opened by
  // a copied link, so what it shows comes into view.
  async #start({ again = false, quiet = false, scroll, reveal = false } = {}) {
    this.#stop({ keepMessage: again || quiet });
    const run = new AbortController();
    const { signal } = run;
    this.#run = run;
    this.#changed.clear();
    this.#keepChoices();
    this.#words = this.#options.words();
    if (again) {
      this.#message.retrying(this.#words);
    } else if (!quiet) {
      this.#message.loading(this.#words, signal);
    }
    try {
      sharedStyles(this.#shadow, CSS);
      // Once the script has run: to note who asks, Chromium parses anew each function that is running, and that would
      // be the whole script.
      await undefined;
      signal.throwIfAborted();
      const [url, assetBase] = [this.#options.listUrl(), this.#options.assetBase()];
      this.#url = url;
      const list = new List(url, again || quiet);
      this.#list = list;
      const kept = keptList(url, this.#options.keepDays(), signal);
      const ready = Promise.all([
        loadModule(assetBase),
        languageFile(this.#words, assetBase, signal),
        prepareFormats(this.#words.locale), // while the network has the word
      ]);
      const first = await firstOf(list.bytes, kept, ready);
      const [, language] = await ready;
      signal.throwIfAborted();
      const show = (bytes) => this.#mount(bytes, assetBase, language, again);
      const shown = await showEither(first, kept, show, signal);
      signal.throwIfAborted();
      this.#arrive({ scroll, reveal });
      if (!signal.aborted) {
        this.#renew(list, shown, show);
      }
    } catch (error) {
      if (!signal.aborted) {
        this.#fail(error, quiet);
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

  // Mounts, part by part. Where another list shows, that one stays until all of this is there. Throws what the signal
  // is aborted with, where the directory is not to show any more.
  async #mount(bytes, assetBase, language, again) {
    const { signal } = this.#run;
    const instance = await loadModule(assetBase); // a new one, where another directory's fault has ended the last
    signal.throwIfAborted();
    const died = this.#died;
    instance.onTrap.add(died);
    signal.addEventListener("abort", () => instance.onTrap.delete(died));
    const place = this.#root.appendChild(document.createElement("div"));
    place.hidden = this.#handle !== undefined;
    signal.addEventListener("abort", () => place.remove());
    const page = host(this, this.#number, this.#options, (name, detail) => this.#emit(name, detail));
    const [state, attributes] = [this.#state, this.#options.pairs()];
    const handle = instance.api.mount(place, page, joined(attributes.flat()), bytes, state, language);
    const hasCards = () => !place.hidden && !document.hidden && place.querySelector(".card");
    try {
      await inSlices(
        () => {
          const goesOn = handle.step();
          // It may have stopped just now, and what stood there before stands there again.
          if (!signal.aborted) {
            this.#show(place, again);
          }
          return goesOn;
        },
        signal,
        hasCards,
      );
      signal.throwIfAborted(); // taken off the page, or it died on the way, and has been told so
    } catch (error) {
      handle.free();
      place.remove();
      // Rust throws a string for a document that is no list.
      throw typeof error === "string" ? new Failure("not-a-list", error) : error;
    }
    this.#handle = handle;
    this.#place = place;
    // Where nothing was to be taken, what is chosen now was chosen meanwhile.
    this.#taken = state && handle.state();
    // What came while it was on its way.
    const given = new Map(attributes);
    const changed = ATTRIBUTES.filter((name) => this.getAttribute(name) !== (given.get(name) ?? null));
    if (changed.length > 0) {
      this.#take(handle, changed);
    }
    if (this.#state !== state) {
      handle.restore(this.#state);
    }
  }

  #died = () => {
    this.#handle = undefined; // its memory is gone with the instance
    if (this.isConnected) {
      this.#fail(new Failure("wasm", "the WebAssembly module stopped after an error"));
    }
  };

  // Takes away what stood there before, as soon as the module has put its title in its place.
  #show(place, again) {
    const slot = this.#shadow.querySelector("slot");
    if (slot.hidden || !place.hasChildNodes()) {
      return;
    }
    const hadFocus = this.querySelector(":focus"); // in the fallback content, which goes
    slot.hidden = true;
    this.#message.done();
    if (again || hadFocus) {
      place.querySelector("[part~=title]").focus({ preventScroll: !again });
    }
  }

  // The first render is done: says so.
  #arrive({ scroll, reveal }) {
    if (reveal) {
      this.scrollIntoView();
    } else if (scroll && scroll > scrollY && history.scrollRestoration === "auto") {
      scrollTo({ top: scroll, behavior: "instant" });
    }
    this.#look = keepTime(() => this.#handle?.tick() ?? Infinity, this.#run.signal);
    this.#tellReady();
  }

  #tellReady() {
    const [handle, { signal }] = [this.#handle, this.#run];
    const warm = () => this.#handle === handle && handle.warm();
    whenIdle(() => inSlices(warm, signal), signal); // so that the first search need not wait
    const problems = Array.from(this.#handle.problems(), ([path, message]) => ({ path, message }));
    this.#emit("psd-ready", { groups: this.#handle.groups(), problems });
  }

  // Takes the newest list when it is there, if it is another than the one that shows.
  #renew(list, shown, show) {
    renew(list, shown, {
      message: this.#message,
      words: this.#words,
      replace: (bytes) => this.#replace(() => show(bytes)),
      done: (bytes) => {
        this.#newest = bytes;
        this.#keep();
      },
      failed: (...what) => this.#tellFailure(...what),
    });
  }

  // Has `show` show another list. The visitor stays where they are.
  async #replace(show) {
    const [before, place] = [this.#handle, this.#place];
    const state = before.state();
    if (state !== this.#taken) {
      this.#state = state;
    }
    await show();
    const restorePlace = holdPlace(this.#root);
    if (before.state() !== state) {
      this.#handle.restore(before.state()); // chosen while it was on its way
    }
    before.free();
    place.remove();
    this.#place.hidden = false;
    await restorePlace();
    this.#look();
    this.#tellReady();
  }

  // Keeps the list that shows, where the page asks for it.
  #keep() {
    keepList(this.#url, this.#newest, this.#options.keepDays());
  }

  #fail(error, quiet = false) {
    this.#stop({ keepRun: true, keepMessage: quiet });
    this.#keepChoices();
    if (!quiet) {
      this.#message.failed(this.#options.words());
    }
    this.#tellFailure(error, quiet, (how) => this.#start(how));
  }

  // Tells the page of a failure. `retry` tries again.
  #tellFailure(error, quiet, retry) {
    const { code, message, again } = error instanceof Failure ? error : new Failure("wasm", String(error));
    this.#retry.offer(retry, again, this.#run.signal);
    if (!quiet) {
      this.#emit("psd-error", { code, message });
    }
  }

  // Unmounts and lets go. `keepRun`: the element still stands on the page. `keepMessage`: what failed is tried again.
  #stop({ keepRun = false, keepMessage = false } = {}) {
    this.#state = this.#handle?.state() ?? this.#state;
    this.#handle?.free();
    this.#handle = undefined;
    this.#list?.release();
    this.#list = this.#newest = undefined;
    this.#isWaiting = false;
    if (!keepMessage) {
      this.#message.clear();
    }
    this.#shadow.querySelector("slot").hidden = false;
    this.#run?.abort();
    this.#run = keepRun ? new AbortController() : undefined;
  }

  #update() {
    const changed = [...this.#changed];
    this.#changed.clear();
    if (!this.#run || changed.length === 0) {
      return;
    }
    if (this.#isWaiting) {
      if (!this.#options.isLazy()) {
        this.#start();
      }
      return;
    }
    if (changed.includes("keep")) {
      this.#keep();
      if (!this.#options.keepDays()) {
        dropList(this.#url);
      }
    }
    const hasOtherWords = this.#options.words() !== this.#words;
    if (hasOtherWords || changed.some((name) => DOWNLOAD_ATTRIBUTES.includes(name))) {
      this.#start();
    } else if (this.#handle && changed.some((name) => !TIMING_ATTRIBUTES.includes(name))) {
      const restorePlace = holdPlace(this.#root);
      this.#take(this.#handle, changed);
      this.#look?.(); // other groups meet at other times
      restorePlace();
    }
  }

  // Has a directory take the attributes, of which some have changed.
  #take(handle, changed) {
    handle.update(joined(this.#options.pairs().flat()), joined(changed));
  }

  // Takes the choices of a copied link that was opened while this page already shows.
  #restore() {
    const state = fragment(this.#number);
    if (state !== undefined) {
      this.#state = state;
      if (this.#isWaiting) {
        this.#start({ reveal: true });
      }
      this.#handle?.restore(state);
      this.scrollIntoView();
    }
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

// Texts as the module reads them, in one. Pages change how arrays and texts become JSON, but not this.
function joined(texts) {
  return texts.map((text) => text.replaceAll("\0", "")).join("\0");
}
