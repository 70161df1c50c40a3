import { get, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test, type Release } from '../../support/hosting';

/** What the nginx configuration that ships makes of each request. */

interface Got {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Asks without a browser, which would unpack and cache. */
function ask(url: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((got, failed) => {
    get(url, { headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('end', () => got({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(pieces) }));
    }).on('error', failed);
  });
}

const FOR_EVER = 'public, max-age=31536000, immutable';
const SHORT = 'public, max-age=600, stale-while-revalidate=86400';

const files = (release: Release) => [
  { file: 'peer-support-directory.js', type: 'text/javascript; charset=utf-8' },
  { file: release.module, type: 'application/wasm' },
  { file: release.later, type: 'application/wasm' },
  { file: 'places.txt', type: 'text/plain; charset=utf-8' },
  { file: 'groups.schema.json', type: 'application/json' },
  { file: 'LICENSE', type: 'text/plain; charset=utf-8' },
];

test('each file comes in the form that is asked for, with its own type', async ({ nginx, release }) => {
  const { urls } = await nginx({ cdn: () => release.shipped });
  for (const folder of ['v1', release.version]) {
    for (const { file, type } of files(release)) {
      const url = `${urls.cdn}/${folder}/${file}`;
      const plain = release.bytes(`${folder}/${file}`);
      const forms = [
        { accept: 'gzip, deflate, br, zstd', encoding: 'br', sent: release.bytes(`${folder}/${file}.br`), unpack: brotliDecompressSync },
        { accept: 'gzip', encoding: 'gzip', sent: release.bytes(`${folder}/${file}.gz`), unpack: gunzipSync },
        { accept: '', encoding: undefined, sent: plain, unpack: (bytes: Buffer) => bytes },
      ];
      for (const { accept, encoding, sent, unpack } of forms) {
        const { status, headers, body } = await ask(url, accept ? { 'accept-encoding': accept } : {});
        const about = `${url} for ${accept || 'nothing'}`;
        expect(status, about).toBe(200);
        expect(headers['content-encoding'], about).toBe(encoding);
        expect(headers['content-type'], about).toBe(type);
        expect(headers['content-length'], about).toBe(String(sent.length));
        expect(headers.vary, about).toBe('Accept-Encoding');
        expect(body.equals(sent), about).toBe(true);
        expect(unpack(body).equals(plain), about).toBe(true);
      }
    }
  }
});

test('brotli that is refused is not sent', async ({ nginx, release }) => {
  const { urls } = await nginx({ cdn: () => release.shipped });
  const encoding = async (accept: string) =>
    (await ask(`${urls.cdn}/v1/peer-support-directory.js`, { 'accept-encoding': accept })).headers['content-encoding'];
  expect(await encoding('br;q=0, gzip')).toBe('gzip');
  expect(await encoding('gzip, br; q=0.000')).toBe('gzip');
  expect(await encoding('gzip;q=0.5, br;q=0.8')).toBe('br');
  expect(await encoding('brotli')).toBeUndefined();
});

test('a release and what is named by its bytes are kept for ever, the rest is asked for again', async ({ nginx, release }) => {
  const { urls } = await nginx({ cdn: () => release.shipped });
  const cache = async (path: string) => (await ask(`${urls.cdn}/${path}`, { 'accept-encoding': 'br' })).headers['cache-control'];
  expect(await cache('v1/peer-support-directory.js')).toBe(SHORT);
  expect(await cache('v1/groups.json')).toBe(SHORT);
  expect(await cache('v1/places.txt')).toBe(SHORT);
  expect(await cache(`v1/${release.module}`)).toBe(FOR_EVER);
  for (const { file } of files(release)) expect(await cache(`${release.version}/${file}`), file).toBe(FOR_EVER);
});

test('any page may use every answer, and what is not there is not kept', async ({ nginx, release }) => {
  const { urls } = await nginx({ cdn: () => release.shipped });
  const path = `/${release.version}/${release.module}`;
  for (const url of [urls.cdn + path, `${urls.cdn}/v1/groups.json`, `${urls.cdn}/v1/gone.wasm`, `${urls.cdn}/9.9.9/peer-support-directory.js`]) {
    const { headers } = await ask(url, { 'accept-encoding': 'br' });
    expect(headers, url).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
  }
  const gone = await ask(`${urls.cdn}/${release.version}/gone.wasm`, { 'accept-encoding': 'br' });
  expect(gone.status).toBe(404);
  expect(gone.headers['cache-control']).toBeUndefined();
});

test('a piece of a file is a piece of the form that is sent, and what has not changed is not sent', async ({ nginx, release }) => {
  const { urls } = await nginx({ cdn: () => release.shipped });
  const path = `${release.version}/${release.module}`;
  for (const [accept, ending] of [['br', '.br'], ['gzip', '.gz'], ['identity', '']]) {
    const whole = release.bytes(path + ending);
    const piece = await ask(`${urls.cdn}/${path}`, { 'accept-encoding': accept, range: 'bytes=100-199' });
    expect(piece.status, accept).toBe(206);
    expect(piece.headers['content-range'], accept).toBe(`bytes 100-199/${whole.length}`);
    expect(piece.headers['content-encoding'], accept).toBe(accept === 'identity' ? undefined : accept);
    expect(piece.body.equals(whole.subarray(100, 200)), accept).toBe(true);
    const again = await ask(`${urls.cdn}/${path}`, { 'accept-encoding': accept, 'if-none-match': piece.headers.etag! });
    expect(again.status, accept).toBe(304);
  }
  const etag = async (accept: string) => (await ask(`${urls.cdn}/${path}`, { 'accept-encoding': accept })).headers.etag;
  expect(new Set([await etag('br'), await etag('gzip'), await etag('identity')]).size).toBe(3);
});

test('the list of v1 may be replaced on its own', async ({ nginx, release }) => {
  const names = ['groups.json.br', 'groups.json.gz'].filter((name) => release.has(`v1/${name}`));
  expect(names, 'copies that would go stale').toEqual([]);
  const { urls } = await nginx({ cdn: () => release.shipped });
  const { headers, body } = await ask(`${urls.cdn}/v1/groups.json`, { 'accept-encoding': 'gzip, br' });
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'application/json', vary: 'Accept-Encoding' });
  expect(gunzipSync(body).equals(release.bytes('v1/groups.json'))).toBe(true);
});

test('caches on the way get the compressed forms too', async ({ nginx, release }) => {
  const { urls } = await nginx({
    cdn: ({ origin }) => `location / { proxy_pass ${origin}; proxy_http_version 1.0; proxy_set_header Via "1.0 proxy"; }`,
    origin: release.shipped,
  });
  for (const encoding of ['br', 'gzip']) {
    const { headers } = await ask(`${urls.cdn}/v1/${release.module}`, { 'accept-encoding': encoding });
    expect(headers['content-encoding']).toBe(encoding);
  }
});

test('the rest of the server is left alone', async ({ nginx, release }) => {
  const { urls } = await nginx({ cdn: () => `${release.shipped} location = /other { return 200 "other"; }` });
  const { status, headers, body } = await ask(`${urls.cdn}/other`, { 'accept-encoding': 'br' });
  expect([status, body.toString()]).toEqual([200, 'other']);
  for (const name of ['content-encoding', 'cache-control', 'access-control-allow-origin']) expect(headers[name], name).toBeUndefined();
});
