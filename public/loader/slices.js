// Long work, slice by slice: between two slices the page has its turn.

const SLICE = 8; // milliseconds
const STEPS = 2; // between two paints at the most: what is new takes long to lay out, however soon it is made
const QUICK = 12; // milliseconds for a frame, where the next may hold twice as much
const PAINTS = 30; // are waited for at the most: each takes a frame, however little is new
const LATE = 400; // milliseconds, after which no paint is waited for any more

// Calls `step` until it gives false, or until the signal aborts. While `isSeen()`, what has been done is painted
// before more is: to lay out and paint all of it in one go would take long.
export async function inSlices(step, signal, isSeen = () => false) {
  let [paints, steps, room] = [0, 0, 1]; // what is seen first has a frame of its own
  let end = performance.now() + SLICE;
  while (!signal.aborted && step()) {
    steps += 1;
    const isLong = performance.now() >= end;
    if (paints < PAINTS && (isLong || steps >= room) && isSeen()) {
      const began = await paint();
      paints = began ? paints + 1 : PAINTS; // no frame came: none is waited for again
      room = performance.now() - began < QUICK ? 2 * STEPS : STEPS;
    } else if (isLong) {
      await turn();
    } else {
      continue;
    }
    steps = 0;
    end = performance.now() + SLICE;
  }
}

// Lets the page paint, and then do what waits. Gives when the frame began; nothing where none came: what is out of
// sight is not painted.
export async function paint() {
  const began = await new Promise((resolve) => {
    const timer = setTimeout(resolve, LATE);
    requestAnimationFrame((began) => {
      clearTimeout(timer);
      resolve(began);
    });
  });
  await turn();
  return began;
}

// Lets the page do what it has to do. A task of its own, at the end of those that wait: `scheduler.yield()` goes before
// them, so a page's own timers and answers would have no turn in all of this. Timers would not do: browsers make them
// wait, the more the more there are.
export function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
