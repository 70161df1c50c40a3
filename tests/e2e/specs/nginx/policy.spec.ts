import type { Page } from '@playwright/test';
import type { Directory } from '../../directory';
import { small } from '../../fixtures/lists';
import { expect, expectNothingReported, strict, test } from '../../support/hosting';
import { element, page as wholePage, placeholder, script, SCRIPT as LOCAL } from '../../support/markup';

/** The strictest policy, from a real nginx that serves what ships with the configuration that ships. */

const SCRIPT = LOCAL.split('/').at(-1)!;

/** Uses all that the directory has: its second module and its table of places too. */
async function useEverything(page: Page, directory: Directory) {
  await directory.ready();
  await directory.expectCount(10);
  await directory.explainer.click();
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.search.fill('tongue');
  await directory.expectCount(1);
  await directory.search.fill('');
  await directory.clearAll.click();
  await directory.expectCount(10);
  await directory.more((await directory.names())[0]).click();
  await directory.host.getByRole('button', { name: /^Add to calendar/ }).first().click();
  await expect(directory.link(/^Calendar file of /).first()).toBeVisible();
  await directory.host.getByLabel('Town, area or postcode').fill('Oxford');
  await page.keyboard.press('Enter');
  await expect(directory.chip('near Oxford')).toBeVisible();
}

test('v1: everything works, and nothing is reported', async ({ page, nginx, release, directory, calm }) => {
  const hosts = await nginx({ cdn: () => release.shipped, policy: strict });
  hosts.file('/groups.json', JSON.stringify(small(hosts.urls.site)));
  const src = `${hosts.urls.cdn}/v1/${SCRIPT}`;
  await page.goto(hosts.page('/', wholePage(script({ src, async: true }) + element({ list: '/groups.json' }))));
  await useEverything(page, directory);
  await expectNothingReported(page, hosts, calm);
});

test('a release, with the integrity that is written down: everything works, and nothing is reported', async ({ page, nginx, release, directory, calm }) => {
  const hosts = await nginx({ cdn: () => release.shipped, policy: strict });
  hosts.file('/groups.json', JSON.stringify(small(hosts.urls.site)));
  const src = `${hosts.urls.cdn}/${release.version}/${SCRIPT}`;
  const tag = script({ src, async: true, integrity: release.hash(SCRIPT), crossorigin: 'anonymous' });
  await page.goto(hosts.page('/', wholePage(tag + element({ list: '/groups.json' }))));
  await useEverything(page, directory);
  await expectNothingReported(page, hosts, calm);
});

test('a script tag alone and a placeholder, with the list of the CDN', async ({ page, nginx, release, directory, calm }) => {
  const hosts = await nginx({ cdn: () => release.shipped, policy: strict });
  const tag = script({ src: `${hosts.urls.cdn}/v1/${SCRIPT}`, 'data-peer-support-directory': true });
  await page.goto(hosts.page('/', wholePage(tag + placeholder())));
  await directory.ready();
  await directory.nth(1).ready();
  await expectNothingReported(page, hosts, calm);
});

test('what the browser downloads is the brotli file, from where it belongs', async ({ page, nginx, release, directory }) => {
  const hosts = await nginx({ cdn: () => release.shipped, policy: strict });
  const sizes: Record<string, Promise<[encoding: string | null, length: number]>> = {};
  page.on('requestfinished', (request) => {
    const read = async () => (await request.response())!.headerValue('content-encoding');
    const { origin, pathname } = new URL(request.url());
    if (origin === hosts.urls.cdn) sizes[pathname] = Promise.all([read(), request.sizes().then((size) => size.responseBodySize)]);
  });
  await page.goto(hosts.page('/', wholePage(script({ src: `${hosts.urls.cdn}/v1/${SCRIPT}` }) + element())));
  await directory.ready();
  const brotli = (file: string) => ['br', release.bytes(`${file}.br`).length];
  const [js, wasm] = [`v1/${SCRIPT}`, `${release.version}/${release.module}`];
  expect(Object.keys(sizes).sort()).toEqual([`/${js}`, '/v1/groups.json', `/${wasm}`].sort());
  expect(await sizes[`/${js}`]).toEqual(brotli(js));
  expect(await sizes[`/${wasm}`]).toEqual(brotli(wasm));
  // The list may be replaced at any time, so it is compressed as it is sent.
  expect((await sizes['/v1/groups.json'])[0]).toBe('gzip');
});

test('a policy that forbids WebAssembly: what stood there stays, with the message', async ({ page, nginx, release, directory, events, calm }) => {
  const policy = (urls: Parameters<typeof strict>[0]) => strict(urls).replace(" 'wasm-unsafe-eval'", '');
  const hosts = await nginx({ cdn: () => release.shipped, policy });
  // Chromium itself says what a policy forbids, and reports it where the policy says.
  calm.allowConsole(/Content Security Policy/);
  await page.goto(hosts.page('/', wholePage(`<p>Before</p>${script({ src: `${hosts.urls.cdn}/v1/${SCRIPT}` })}${element()}<p>After</p>`)));
  expect((await events.detail('psd-error')).code).toBe('wasm');
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  await expect(directory.error).toBeVisible();
  expect(await page.evaluate(() => [...document.body.children].map((child) => child.localName))).toEqual(['p', 'script', 'peer-support-directory', 'p']);
  await expect.poll(() => hosts.reports()).not.toEqual([]);
  for (const report of hosts.reports()) expect(JSON.parse(report)['csp-report']).toMatchObject({ 'blocked-uri': 'wasm-eval' });
});
