import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Answer } from './answers';
import { bytes, html, json, status } from './answers';
import { page as wholePage } from './markup';

/** One request as the server saw it: what a test of privacy, sharing or retrying looks at. */
export interface Seen {
  method: string;
  /** Path and query, as sent. */
  url: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** The browser went away before the answer was complete: what an aborted request looks like from here. */
  dropped: boolean;
  /** The answer was sent in full. */
  done: boolean;
}

/** One origin: `dist/` under `/dist/`, and whatever answers a test gives to other paths (or to those). */
export class Origin {
  /** Without a closing slash: `http://127.0.0.1:40123`. */
  url = '';
  readonly seen: Seen[] = [];
  private readonly answers = new Map<string, Answer[]>();
  private readonly server: Server;

  private constructor(readonly dist: Dist) {
    this.server = createServer((request, response) => {
      const url = request.url ?? '/';
      const path = url.split('?')[0];
      const seen: Seen = { method: request.method ?? '', url, path, headers: request.headers, dropped: false, done: false };
      if (path !== '/favicon.ico') this.seen.push(seen);
      response.on('finish', () => (seen.done = true));
      response.on('close', () => (seen.dropped = !seen.done));
      // Nothing here may be answered from a cache: each test counts what was asked for.
      response.setHeader('cache-control', 'no-store');
      this.answerTo(path)(request, response);
    });
  }

  static async start(dist: Dist): Promise<Origin> {
    const origin = new Origin(dist);
    await new Promise<void>((listening) => origin.server.listen(0, '127.0.0.1', listening));
    origin.url = `http://127.0.0.1:${(origin.server.address() as AddressInfo).port}`;
    return origin;
  }

  /** Answers a path. Several answers are given in turn, one to each request, and the last one stays. */
  answer(path: string, ...answers: Answer[]) {
    this.answers.set(path, answers);
  }

  /** Serves a page: a whole document, or what stands in its body. Gives its address. */
  page(path: string, body: string, headers: Record<string, string> = {}): string {
    this.answer(path, html(/^\s*<!doctype/i.test(body) ? body : wholePage(body), headers));
    return this.url + path;
  }

  /** Serves a group list that any page may read, as the publisher's server would. Gives its address. */
  list(path: string, list: unknown): string {
    this.answer(path, json(list));
    return this.url + path;
  }

  /** What was requested from a path, in order. */
  requests(path: string): Seen[] {
    return this.seen.filter((seen) => seen.path === path);
  }

  /** Forgets a test, and hangs up on what it left open. */
  reset() {
    this.answers.clear();
    this.server.closeAllConnections();
    this.seen.length = 0;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((stopped) => this.server.close(stopped));
  }

  private answerTo(path: string): Answer {
    const answers = this.answers.get(path);
    if (answers?.length) return answers.length > 1 ? answers.shift()! : answers[0];
    if (path === '/favicon.ico') return status(204);
    return path.startsWith('/dist/') ? this.dist.answer(path.slice('/dist/'.length)) : status(404);
  }
}

/** The built folder, read once by each worker. */
export class Dist {
  private readonly files = new Map<string, Buffer>();

  constructor(readonly folder: string) {
    for (const name of readdirSync(folder, { recursive: true }) as string[]) {
      if (/\.(js|wasm|json|html|css|svg|txt)$/.test(name)) this.files.set(name.replaceAll('\\', '/'), readFileSync(join(folder, name)));
    }
  }

  file(name: string): Buffer {
    const file = this.files.get(name);
    if (!file) throw new Error(`${this.folder} has no ${name}: run "cargo xtask build", or name the folder in PSD_DIST`);
    return file;
  }

  /** The one file that a partner names. */
  get script(): Buffer {
    return this.file('peer-support-directory.js');
  }

  /** The module's name, which carries the hash of its bytes. */
  get wasmName(): string {
    return this.named(/^peer-support-directory-\w+\.wasm$/);
  }

  /** The name of the module that loads when somebody asks for what it does. */
  get laterName(): string {
    return this.named(/^peer-support-directory-later-\w+\.wasm$/);
  }

  private named(pattern: RegExp): string {
    const names = [...this.files.keys()].filter((name) => pattern.test(name));
    if (names.length !== 1) throw new Error(`expected one ${pattern} in ${this.folder}, found ${names.join(', ') || 'none'}`);
    return names[0];
  }

  answer(name: string): Answer {
    const file = this.files.get(name);
    // A CDN lets every origin read its files: without that neither the module nor integrity would work.
    return file ? bytes(file, typeOf(name), { 'access-control-allow-origin': '*' }) : status(404);
  }
}

function typeOf(name: string): string {
  const types: Record<string, string> = {
    js: 'text/javascript',
    wasm: 'application/wasm',
    json: 'application/json',
    html: 'text/html',
    css: 'text/css',
    svg: 'image/svg+xml',
    txt: 'text/plain; charset=utf-8',
  };
  return types[name.split('.').pop()!];
}
