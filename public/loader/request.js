// Downloads: tries, timeouts, limits. Used for the list and for the module.

const TRIES = 3;
const TIMEOUT = 8000; // milliseconds for each try
const DELAY = 1000; // milliseconds before the second try; each further one waits twice as long

// What went wrong, with the code that `psd-error` tells. `again`: another try may help.
export class Failure extends Error {
  constructor(code, message, again = false) {
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
      if (!error.again || tried === TRIES) {
        throw error;
      }
    }
    await wait(DELAY * 2 ** (tried - 1), options.signal);
  }
}

async function attempt(url, { limit, signal, integrity, patient, cache }) {
  const controller = new AbortController();
  const giveUp = () => controller.abort(signal.reason);
  const late = new Failure("timeout", `${url} did not answer within ${TIMEOUT / 1000} seconds`, true);
  const startTimer = () => setTimeout(() => controller.abort(late), TIMEOUT);
  let timer = startTimer();
  signal.addEventListener("abort", giveUp);
  try {
    const response = await fetch(url, { signal: controller.signal, integrity, cache });
    if (!response.ok) {
      const again = response.status >= 500 || response.status === 429 || response.status === 408;
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
    throw new Failure("network", `${url} cannot be loaded: ${error.message}`, true);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", giveUp);
    // What is not read of a refused answer need not be sent either.
    controller.abort();
  }
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
