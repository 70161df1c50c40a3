// Long work, slice by slice: between two slices the page has its turn.

const SLICE = 8; // milliseconds
const FRAME = 100; // milliseconds, after which no paint is waited for any more

const PAINTS = 30; // are waited for at the most: each takes a frame, however little is new

// Calls `step` until it gives false, or until the signal aborts. While `isSeen()`, what has been done is painted
// before more is: to lay out and paint all of it in one go would take long.
export async function inSlices(step, signal, isSeen = () => false) {
  let paints = 0;
  let end = performance.now() + SLICE;
  while (!signal.aborted && step()) {
    if (performance.now() >= end) {
      if (paints < PAINTS && isSeen()) {
        paints = (await paint()) ? paints + 1 : PAINTS; // no frame came: none is waited for again
      } else {
        await turn();
      }
      end = performance.now() + SLICE;
    }
  }
}

// Lets the page paint, and then do what waits. Gives whether a frame came: what is out of sight is not painted.
export async function paint() {
  const frame = new Promise((resolve) => requestAnimationFrame(() => resolve(true)));
  const late = new Promise((resolve) => setTimeout(() => resolve(false), FRAME));
  const isPainted = await Promise.race([frame, late]);
  await task();
  return isPainted;
}

// Lets the page do what it has to do, and goes on before what came later.
export function turn() {
  return globalThis.scheduler?.yield ? scheduler.yield() : task();
}

// A task of its own. Timers would not do: browsers make them wait, the more the more there are.
function task() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
