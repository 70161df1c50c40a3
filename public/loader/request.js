// Downloads: tries, timeouts, limits. Used for the list and for the module.

const TRIES = 3;
const TIMEOUT = 8000; // milliseconds for each try
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

// The bytes at a URL. Options: `limit` in decoded bytes, `signal` to give up, `integrity` of the whole,
// `patient` to allow 8 seconds without a byte instead of 8 seconds for all of it, `cache` as in fetch.
// Throws a Failure, or the signal's reason where it was given up.
export async function download(url, options) {
  for (let tried = 1; ; tried += 1) {
    try {
      // What the browser's cache holds may be what failed: half a file, from a proxy that hides it.
      const cache = tried === 1 ? options.cache : "reload";
      return await attempt(url, { ...options, cache });
    } catch (error) {
      options.signal.throwIfAborted();
      // A visitor who would wait longer is better served by the message.
      if (tried === TRIES || error.again > LONGEST_PAUSE) {
        throw error;
      }
      await wait(Math.max(DELAY * 2 ** (tried - 1), error.again), options.signal);
    }
  }
}

async function attempt(url, { limit, signal, integrity, patient, cache }) {
  const controller = new AbortController();
  const giveUp = () => controller.abort(signal.reason);
  const late = new Failure("timeout", `${url} did not answer within ${TIMEOUT / 1000} seconds`, 0);
  const startTimer = () => setTimeout(() => controller.abort(late), TIMEOUT);
  let timer = startTimer();
  signal.addEventListener("abort", giveUp);
  try {
    const response = await fetch(url, { signal: controller.signal, integrity, cache });
    if (!response.ok) {
      const mayPass = response.status >= 500 || response.status === 429 || response.status === 408;
      const again = mayPass ? pauseAsked(response) : Infinity;
      throw new Failure("status", `${url} answered with status ${response.status}`, again);
    }
    return await read(response, limit, url, () => {
      if (patient) {
        clearTimeout(timer);
        timer = startTimer();
      }
    });
  } catch (error) {
    if (controller.signal.aborted) {
      throw controller.signal.reason;
    }
    if (error instanceof Failure) {
      throw error;
    }
    throw new Failure("network", `${url} cannot be loaded: ${error.message}`, 0);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", giveUp);
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

// The body's bytes, decoded, unless they are more than `limit`. Calls `progress` for each piece.
async function read(response, limit, url, progress) {
  const chunks = [];
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    progress();
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
