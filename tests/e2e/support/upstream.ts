import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What a server sends, byte by byte, before it hangs up. */
export type Sent = (body: Buffer, type: string) => Buffer;

const KEPT = 'Access-Control-Allow-Origin: *\r\nCache-Control: public, max-age=31536000, immutable\r\n';
const answer = (first: string, body: Buffer) => Buffer.concat([Buffer.from(`${first}\r\n${KEPT}\r\n`), body]);
const half = (body: Buffer) => body.subarray(0, body.length / 2);
const chunk = (body: Buffer) => Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n')]);

/** A good answer. */
export const whole: Sent = (body, type) => answer(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}`, body);

/** It says how long it is, and stops half way. */
export const cutWithLength: Sent = (body, type) => answer(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}`, half(body));

/** In chunks, without the last one. */
export const cutInChunks: Sent = (body, type) => answer(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked`, chunk(half(body)));

/** HTTP/1.0, where the end of the connection is the end of the answer. */
export const old: Sent = (body, type) => answer(`HTTP/1.0 200 OK\r\nContent-Type: ${type}`, body);

/** The same, half way: nobody on the way can tell. */
export const oldCut: Sent = (body, type) => old(half(body), type);

/** A server that says exactly what a test wants it to. */
export class Upstream {
  url = '';
  /** The paths asked for, in order. */
  readonly asked: string[] = [];
  /** How each path is answered, one entry for each request; the last one stays. */
  private readonly answers = new Map<string, { body: Buffer; type: string; sent: Sent[] }>();
  private readonly open = new Set<Socket>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((socket) => {
      this.open.add(socket);
      socket.on('close', () => this.open.delete(socket));
      // A browser that goes away is no fault here.
      socket.on('error', () => socket.destroy());
      socket.once('data', (request) => socket.end(this.answerTo(request.toString().split(' ')[1])));
    });
  }

  static async start(): Promise<Upstream> {
    const upstream = new Upstream();
    await new Promise<void>((listening) => upstream.server.listen(0, '127.0.0.1', listening));
    upstream.url = `http://127.0.0.1:${(upstream.server.address() as AddressInfo).port}`;
    return upstream;
  }

  serve(path: string, body: Buffer, type: string, ...sent: Sent[]) {
    this.answers.set(path, { body, type, sent });
  }

  async stop() {
    for (const socket of this.open) socket.destroy();
    await new Promise((stopped) => this.server.close(stopped));
  }

  private answerTo(path: string): Buffer {
    this.asked.push(path);
    const found = this.answers.get(path);
    if (!found) return Buffer.from('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
    const sent = found.sent.length > 1 ? found.sent.shift()! : found.sent[0];
    return sent(found.body, found.type);
  }
}
