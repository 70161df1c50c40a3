import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';

/** How the server answers one request: the good ways and every bad one a list or a module can meet. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

type Headers = Record<string, string>;
const anyOrigin = { 'access-control-allow-origin': '*' };

export function bytes(body: Buffer | string, type: string, headers: Headers = {}, status = 200): Answer {
  return (_, response) => {
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(body);
  };
}

export function html(body: string, headers: Headers = {}): Answer {
  return bytes(body, 'text/html; charset=utf-8', headers);
}

/** A value as JSON (or a string as it stands), which any origin may read. */
export function json(value: unknown): Answer {
  return bytes(text(value), 'application/json', anyOrigin);
}

/** The same, compressed: the limit counts decoded bytes, so the wire must be allowed to be small. */
export function gzipped(value: unknown): Answer {
  return bytes(gzipSync(text(value)), 'application/json', { 'content-encoding': 'gzip', ...anyOrigin });
}

/** The same, but only the origin it stands on may read it. */
export function withoutCors(value: unknown): Answer {
  return bytes(text(value), 'application/json');
}

export function typed(value: unknown, type: string): Answer {
  return bytes(text(value), type, anyOrigin);
}

export function status(code: number, headers: Headers = {}): Answer {
  return bytes(code === 204 ? '' : `status ${code}`, 'text/plain', { ...anyOrigin, ...headers }, code);
}

/** Sends whoever asks somewhere else, for good. */
export function movedTo(location: string): Answer {
  return status(301, { location });
}

/** Takes the request and never says anything. */
export function hang(): Answer {
  return () => {};
}

/** Hangs up without a word. */
export function cut(): Answer {
  return (request) => request.socket.destroy();
}

/** Starts a good answer and hangs up half way. */
export function cutHalfWay(value: unknown): Answer {
  return halfWay(value, ({ socket }) => socket.destroy());
}

/** The same, as a connection that breaks: with a reset, which says that something is wrong. */
export function resetHalfWay(value: unknown): Answer {
  return halfWay(value, ({ socket }) => socket.resetAndDestroy());
}

function halfWay(value: unknown, hangUp: (request: IncomingMessage) => void): Answer {
  return (request, response) => {
    const body = text(value);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...anyOrigin });
    response.write(body.slice(0, body.length / 2), () => hangUp(request));
  };
}

/** Spaces without end, a thousandth of them on the wire: it stops when the browser goes away. */
export function gzipBomb(): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip', ...anyOrigin });
    const spaces = Buffer.alloc(1_000_000, ' ');
    const endless = new Readable({ read() { this.push(spaces); } });
    // It ends with an error, as the browser hangs up.
    pipeline(endless, createGzip(), response, () => {});
  };
}

/** Sends the headers and one byte now and then, for ever: alive, and useless. */
export function drip(everyMs = 200): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...anyOrigin });
    const dripping = setInterval(() => response.write(' '), everyMs);
    response.on('close', () => clearInterval(dripping));
  };
}

/** An answer that waits until the test lets it go. */
export function held(answer: Answer): { answer: Answer; release: () => void } {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  return { answer: (request, response) => void released.then(() => answer(request, response)), release };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
