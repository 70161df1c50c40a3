// Another try after a failure: when a visitor asks for it and, where it may be the network that failed, as soon as
// the browser is back online.

export class Retry {
  #run; // what tries again

  // Offers `run`, in the place of what was offered before, until the signal aborts. It gets `{ again: true }` where
  // a visitor asks for it, and `{ quiet: true }` where nobody does. `pause` is how long the failure asks to wait, in
  // milliseconds: where it may have been the network, 0.
  offer(run, pause, signal) {
    this.#run = run;
    if (pause === 0) {
      addEventListener("online", this.#backOnline, { once: true, signal });
    }
  }

  ask() {
    removeEventListener("online", this.#backOnline);
    this.#run({ again: true });
  }

  #backOnline = () => this.#run({ quiet: true });
}
