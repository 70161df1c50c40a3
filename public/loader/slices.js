// Long work, slice by slice: between two slices the page has its turn.

const SLICE = 8; // milliseconds

// Calls `step` until it gives false, or until the signal aborts.
export async function inSlices(step, signal) {
  let end = performance.now() + SLICE;
  while (!signal.aborted && step()) {
    if (performance.now() >= end) {
      await turn();
      end = performance.now() + SLICE;
    }
  }
}

// Lets the page do what it has to do. Timers would not do: browsers make them wait, the more the more there are.
function turn() {
  if (globalThis.scheduler?.yield) {
    return scheduler.yield();
  }
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
