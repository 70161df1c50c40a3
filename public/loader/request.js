// Downloads: tries, timeouts, limits. Used for the list and for the module.

const TRIES = 3;
const TIMEOUT = 8000; // milliseconds for each try, or for the first
const DELAY = 1000; // milliseconds before the second try; each further one waits twice as long
const LONGEST_PAUSE = 8000; // milliseconds that a server may ask for before the next try

// What went wrong, with the code that `psd-error` tells. `again`: another try may help, after so many
// milliseconds at the least.
export class Failure extends Error {
  constructor(code, message, again = Infinity) {
    super(message);
    this.code = code;
    this.again = again;
  }
}

// The bytes at a URL, or what `take` makes of the response, the limit and the URL. Options: `limit` in decoded bytes,
// `signal` to give up, `integrity` of the whole, `patient` to let each further try take twice as long, `cache` as in
// fetch. Throws a Failure, the signal's reason where it was given up, or the CompileError of what is no module.
//
// How far a download has come would say more of a slow network, but browsers tell nothing of one whose integrity
// they check before all of it is there.
export async function download(url, options) {
  for (let tried = 1; ; tried += 1) {
    try {
      // What the browser's cache holds may be what failed: half a file, from a proxy that hides it.
      const cache = tried === 1 ? options.cache : "reload";
      const timeout = options.patient ? TIMEOUT * 2 ** (tried - 1) : TIMEOUT;
      return await attempt(url, timeout, { ...options, cache });
    } catch (error) {
      options.signal.throwIfAborted();
      // A visitor who would wait longer is better served by the message.
      if (tried === TRIES || !(error.again <= LONGEST_PAUSE)) {
        throw error;
      }
      await wait(Math.max(DELAY * 2 ** (tried - 1), error.again), options.signal);
    }
  }
}

async function attempt(url, timeout, { limit, signal, integrity, cache, take = read }) {
  const controller = new AbortController();
  const either = AbortSignal.any([signal, controller.signal]);
  const late = new Failure("timeout", `${url} did not answer within ${timeout / 1000} seconds`, 0);
  const timer = setTimeout(() => controller.abort(late), timeout);
  try {
    const response = await fetch(url, { signal: either, integrity, cache });
    if (!response.ok) {
      const mayPass = response.status >= 500 || response.status === 429 || response.status === 408;
      const again = mayPass ? pauseAsked(response) : Infinity;
      throw new Failure("status", `${url} answered with status ${response.status}`, again);
    }
    return await take(response, limit, url);
  } catch (error) {
    either.throwIfAborted();
    if (error instanceof Failure || error.name === "CompileError") {
      throw error;
    }
    throw new Failure("network", `${url} cannot be loaded: ${error.message}`, 0);
  } finally {
    clearTimeout(timer);
    // What is not read of a refused answer need not be sent either.
    controller.abort();
  }
}

// How many milliseconds the server asks to be left alone, in seconds or as a date; 0 where it does not say, or
// where another origin does not let it be read.
function pauseAsked(response) {
  const value = response.headers.get("retry-after") ?? "0";
  const pause = /^\d+$/.test(value) ? value * 1000 : Date.parse(value) - Date.now();
  return pause > 0 ? pause : 0; // what is no date gives no number
}

// The body's bytes, decoded, unless they are more than `limit`.
export async function read(response, limit, url) {
  const chunks = [];
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    length += value.length;
    if (length > limit) {
      throw new Failure("too-large", `${url} is larger than ${limit} bytes`);
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

// Rejects with the signal's reason where that aborts before.
export function wait(delay, signal) {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", giveUp);
      resolve();
    }, delay);
    signal.addEventListener("abort", giveUp, { once: true });
  });
}
