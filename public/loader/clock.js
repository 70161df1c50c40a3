// What time it is, here and in the zones of meetings, and one timer for all directories of the page.

const MINUTE = 60_000; // milliseconds
const LONGEST = 12 * 60 * MINUTE; // a timer that waits for weeks would not wait at all
const formats = new Map();

// Minutes since the beginning of 1970, in UTC.
export function now() {
  return Math.floor(Date.now() / MINUTE);
}

// A zone's offset at an instant, in minutes east of UTC; NaN for a zone that the browser does not know. The
// empty zone is the visitor's own.
export function offset(zone, instant) {
  const date = new Date(instant * MINUTE);
  if (!zone) {
    return -date.getTimezoneOffset();
  }
  try {
    if (!formats.has(zone)) {
      formats.set(zone, new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }));
    }
    // "11/22/2026, GMT+05:30"; "GMT" alone for no offset.
    const [, sign, hours, minutes] = /GMT(?:(.)(\d+):(\d+))?/.exec(formats.get(zone).format(date));
    return sign ? `${sign}1` * (hours * 60 + Number(minutes)) : 0;
  } catch {
    return NaN;
  }
}

const due = new Map(); // by what to call: the instant at which to call it
let timer;

// Calls `tick` now and whenever it is due, until the signal aborts. It gives the instant at which it is due
// next. In a hidden tab nothing is called before somebody looks at it again. Gives a function that calls it
// at once, for when what it looks at has changed.
export function keepTime(tick, signal) {
  if (due.size === 0) {
    document.addEventListener("visibilitychange", wait);
  }
  due.set(tick, 0);
  signal.addEventListener("abort", () => {
    due.delete(tick);
    if (due.size === 0) {
      document.removeEventListener("visibilitychange", wait);
    }
    wait();
  });
  const look = () => {
    call(tick);
    wait();
  };
  look();
  return look;
}

function call(tick) {
  const instant = due.has(tick) && tick();
  // The module may have died of it, which aborts the signal.
  if (due.has(tick)) {
    due.set(tick, instant);
  }
}

function wait() {
  clearTimeout(timer);
  if (!document.hidden && due.size > 0) {
    const pause = Math.min(...due.values()) * MINUTE - Date.now();
    timer = setTimeout(run, Math.min(Math.max(pause, 0), LONGEST));
  }
}

function run() {
  for (const [tick, instant] of due) {
    if (instant <= now()) {
      call(tick);
    }
  }
  wait();
}
