// Calls `run` while nothing else is to do, unless the signal aborts before. What waits would keep a removed element
// alive.
export function whenIdle(run, signal) {
  const [wait, cancel] =
    "requestIdleCallback" in globalThis
      ? [requestIdleCallback, cancelIdleCallback]
      : [setTimeout, clearTimeout];
  const waiting = wait(run);
  signal.addEventListener("abort", () => cancel(waiting));
}
