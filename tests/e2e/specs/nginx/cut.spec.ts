import { small } from '../../fixtures/lists';
import { expect, test } from '../../support/hosting';
import { element, page as wholePage, script } from '../../support/markup';
import { cutInChunks, cutWithLength, old, oldCut, whole, type Sent } from '../../support/upstream';

/** A proxy that cuts what it passes on, and servers and proxies that speak HTTP/1.0. */

const SCRIPT = 'peer-support-directory.js';
/** What Chromium says of an answer that ends too soon, where its integrity is to be checked. */
const CUT_SHORT = /^error: Fetch API cannot load/;
/** nginx as a proxy: it asks the upstream in this version of HTTP. */
const proxy = (upstream: string, version = '1.1') => `location / { proxy_pass ${upstream}; proxy_http_version ${version}; }`;

const cuts: [name: string, sent: Sent][] = [
  ['short of its length', cutWithLength],
  ['without its last chunk', cutInChunks],
  ['by HTTP/1.0, where nobody can tell', oldCut],
];

for (const [name, sent] of cuts) {
  test(`a module that is cut once, ${name}: the next try brings it`, async ({ page, nginx, release, upstream, directory, calm }) => {
    calm.allowFailedRequests();
    calm.allowConsole(CUT_SHORT);
    const path = `/${release.version}/${release.module}`;
    upstream.serve(path, release.bytes(path), 'application/wasm', sent, whole);
    upstream.serve(`/v1/${SCRIPT}`, release.bytes(`v1/${SCRIPT}`), 'text/javascript', whole);
    const hosts = await nginx({ cdn: () => proxy(upstream.url) });
    hosts.file('/groups.json', JSON.stringify(small(hosts.urls.site)));
    await page.goto(hosts.page('/', wholePage(script({ src: `${hosts.urls.cdn}/v1/${SCRIPT}` }) + element({ list: '/groups.json' }))));
    await directory.expectCount(10);
    expect(upstream.asked.filter((asked) => asked === path)).toHaveLength(2);
  });

  test(`a module that is always cut, ${name}: the message, and "Try again" when the proxy has been mended`, async ({ page, nginx, release, upstream, directory, events, calm }) => {
    calm.allowFailedRequests();
    calm.allowConsole(CUT_SHORT);
    const path = `/${release.version}/${release.module}`;
    upstream.serve(path, release.bytes(path), 'application/wasm', sent);
    upstream.serve(`/v1/${SCRIPT}`, release.bytes(`v1/${SCRIPT}`), 'text/javascript', whole);
    const hosts = await nginx({ cdn: () => proxy(upstream.url) });
    hosts.file('/groups.json', JSON.stringify(small(hosts.urls.site)));
    await page.goto(hosts.page('/', wholePage(script({ src: `${hosts.urls.cdn}/v1/${SCRIPT}` }) + element({ list: '/groups.json' }))));
    expect((await events.detail('psd-error')).code).toBe('wasm');
    await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
    upstream.serve(path, release.bytes(path), 'application/wasm', whole);
    await directory.tryAgain.click();
    await directory.expectCount(10);
  });

  test(`a list that is cut, ${name}: the groups after another try, or the message`, async ({ page, nginx, release, upstream, directory, events, calm }) => {
    calm.allowFailedRequests();
    const hosts = await nginx({ cdn: () => release.shipped, origin: proxy(upstream.url) });
    const list = Buffer.from(JSON.stringify(small(hosts.urls.site)));
    upstream.serve('/groups.json', list, 'application/json', sent, whole);
    const html = script({ src: `${hosts.urls.cdn}/v1/${SCRIPT}` }) + element({ list: `${hosts.urls.origin}/groups.json` });
    await page.goto(hosts.page('/', wholePage(html)));
    if (sent === oldCut) {
      // Half a list looks like a whole answer, so it is told as what it is.
      expect((await events.detail('psd-error')).code).toBe('not-a-list');
      await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
      await directory.tryAgain.click();
    }
    await directory.expectCount(10);
    expect(upstream.asked).toHaveLength(2);
  });
}

test('a script that is cut does not run, and what stood there stays', async ({ page, nginx, release, upstream, directory, calm }) => {
  calm.allowFailedRequests();
  upstream.serve(`/v1/${SCRIPT}`, release.bytes(`v1/${SCRIPT}`), 'text/javascript', cutWithLength);
  const hosts = await nginx({ cdn: () => proxy(upstream.url) });
  await page.goto(hosts.page('/', wholePage(script({ src: `${hosts.urls.cdn}/v1/${SCRIPT}` }) + element())));
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  await expect(directory.region).toHaveCount(0);
});

test('a proxy that asks with HTTP/1.0 and keeps no connection: it works', async ({ page, nginx, release, directory }) => {
  const hosts = await nginx({ cdn: ({ origin }) => `keepalive_timeout 0; ${proxy(origin, '1.0')}`, origin: release.shipped });
  await page.goto(hosts.page('/', wholePage(script({ src: `${hosts.urls.cdn}/v1/${SCRIPT}` }) + element())));
  await directory.ready();
});

test('a server that answers with HTTP/1.0 and no length: it works', async ({ page, nginx, release, upstream, directory }) => {
  for (const [path, type] of [
    [`/v1/${SCRIPT}`, 'text/javascript'],
    ['/v1/groups.json', 'application/json'],
    [`/${release.version}/${release.module}`, 'application/wasm'],
  ])
    upstream.serve(path, release.bytes(path), type, old);
  const hosts = await nginx({ cdn: () => release.shipped });
  await page.goto(hosts.page('/', wholePage(script({ src: `${upstream.url}/v1/${SCRIPT}` }) + element())));
  await directory.ready();
  expect(upstream.asked).toHaveLength(3);
});
