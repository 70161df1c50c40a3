import { small } from '../fixtures/lists';
import { type Answer, bytes, cut, status } from '../support/answers';
import { embed, script } from '../support/markup';
import { expect, test, type Site } from '../support/test';
import { passTime } from '../support/time';

/** The same promise as for the list, where it is the WebAssembly that is missing, refused or not what was built. */

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

const modulePath = (site: Site) => `/dist/${site.dist.wasmName}`;
const asModule = (body: Buffer) => bytes(body, 'application/wasm');
/** A custom section that means nothing: the module stays valid, and is no longer the one that was built. */
const nothing = Buffer.from([0, 3, 1, 0x78, 0]);

const failures: [name: string, answer: (site: Site) => Answer][] = [
  ['is not there', () => status(404)],
  ['cannot be had', cut],
  ['is a web page', () => bytes('<!doctype html><title>Not found</title>', 'text/html')],
  ['is cut short', (site) => asModule(site.dist.file(site.dist.wasmName).subarray(0, 5000))],
  ['is another module', () => asModule(Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))],
  ['is good but not the one that was built', (site) => asModule(Buffer.concat([site.dist.file(site.dist.wasmName), nothing]))],
];

for (const [name, answer] of failures) {
  test(`a module that ${name}: psd-error "wasm"`, async ({ page, site, directory, events, calm }) => {
    calm.allowFailedRequests();
    await page.clock.install();
    site.answer(modulePath(site), answer(site));
    await page.goto(site.page('/', embed()));
    await passTime(page, async () => (await events.of('psd-error')).length);
    expect((await events.detail('psd-error')).code).toBe('wasm');
    await expect(directory.error).toBeVisible();
    await expect(directory.tryAgain).toBeVisible();
    await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
    expect(await events.of('psd-error')).toHaveLength(1);
  });
}

test('a browser without WebAssembly gets the message', async ({ page, site, directory, events }) => {
  await page.addInitScript('delete globalThis.WebAssembly');
  await page.goto(site.page('/', embed()));
  expect((await events.detail('psd-error')).code).toMatch(/^(unsupported|wasm)$/);
  await expect(directory.error).toBeVisible();
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
});

test('a policy that refuses WebAssembly gets the message', async ({ page, site, directory, events, calm }) => {
  // Chromium itself reports what a policy forbids.
  calm.allowConsole(/Content Security Policy/);
  await page.goto(site.page('/', embed(), { 'content-security-policy': "script-src 'self'; object-src 'none'" }));
  expect((await events.detail('psd-error')).code).toBe('wasm');
  await expect(directory.error).toBeVisible();
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
});

test('a module of the wrong MIME type is still a module', async ({ page, site, directory }) => {
  // Many hosts do not know application/wasm.
  site.answer(modulePath(site), bytes(site.dist.file(site.dist.wasmName), 'application/octet-stream'));
  await page.goto(site.page('/', embed()));
  await directory.expectCount(10);
});

test('the module is asked for once, however many directories there are', async ({ page, site, directory }) => {
  await page.goto(site.page('/', script() + embed().repeat(3)));
  await directory.nth(2).ready();
  expect(site.requests(modulePath(site))).toHaveLength(1);
});

test('no directory on the page, no module', async ({ page, site }) => {
  await page.goto(site.page('/', script() + '<p>Nothing yet</p>'));
  await page.evaluate(() => customElements.whenDefined('peer-support-directory').then(() => null));
  expect(site.requests(modulePath(site))).toHaveLength(0);
  expect(site.requests('/dist/groups.json')).toHaveLength(0);
});
