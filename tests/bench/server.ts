import { createHash, X509Certificate } from 'node:crypto';
import { createSecureServer, type Http2SecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { generate } from 'selfsigned';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** How long a visitor's browser may keep a file, as hosts of static pages say it. */
const CACHE_FOR_EVER = 'public, max-age=31536000, immutable';
const CACHE_BRIEFLY = 'public, max-age=300';

/** What is sent for a path. */
interface Body {
  bytes: Buffer;
  headers: Record<string, string>;
}

/** All pages on one origin: HTTP/2 over TLS, with brotli made ahead, as a static host serves them. */
export class Site {
  /** The origin, without a closing slash. */
  readonly url: string;
  /** Bytes of all bodies sent so far, as they go over the wire; their headers are not counted. */
  sent = 0;

  private readonly bodies = new Map<string, Body>();

  private constructor(
    private readonly server: Http2SecureServer,
    /** What Chromium is told to trust: the hash of the certificate's public key. */
    readonly trust: string,
  ) {
    this.url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<Site> {
    const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
      algorithm: 'sha256',
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
    });
    const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
    const server = createSecureServer({ key, cert });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const site = new Site(server, createHash('sha256').update(spki).digest('base64'));
    server.on('request', (request, response) => site.answer(request, response));
    return site;
  }

  /** Adds a file. `brotli` is its compressed form where there is one already; text is compressed here. */
  add(path: string, content: string | Uint8Array, { brotli, isHashed = false }: { brotli?: Buffer; isHashed?: boolean } = {}) {
    const raw = Buffer.from(content);
    const type = TYPES[extname(path)];
    const compressed = type ? (brotli ?? compress(raw)) : undefined;
    this.bodies.set(path, {
      bytes: compressed ?? raw,
      headers: {
        'content-type': type ?? 'application/octet-stream',
        ...(compressed && { 'content-encoding': 'br' }),
        'cache-control': isHashed ? CACHE_FOR_EVER : CACHE_BRIEFLY,
        // Isolated, so that the page may measure its memory.
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
    });
  }

  async stop() {
    await new Promise<void>((stopped) => this.server.close(() => stopped()));
  }

  private answer(request: Http2ServerRequest, response: Http2ServerResponse) {
    const body = this.bodies.get(new URL(request.url, this.url).pathname);
    if (!body) {
      response.writeHead(404);
      response.end();
      return;
    }
    this.sent += body.bytes.length;
    response.writeHead(200, { ...body.headers, 'content-length': body.bytes.length });
    response.end(body.bytes);
  }
}

function compress(raw: Buffer): Buffer {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
  return brotliCompressSync(raw, { params });
}
