import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, Release, test as base } from '../../support/hosting';
import { element, page as wholePage, script } from '../../support/markup';

/** What a new release does to pages that still have the old one, and to pages that have both. */

const SCRIPT = 'peer-support-directory.js';

/** A copy of the releases, which a test may change. */
const test = base.extend<{ copy: Release }>({
  copy: async ({ release }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'psd-release-'));
    cpSync(release.folder, folder, { recursive: true });
    await use(new Release(folder));
    rmSync(folder, { recursive: true });
  },
});

const NEXT = '9.9.9';

/** Publishes a next release over this one: other bytes under other names, as a changed module has. */
function publishNext({ folder, version, module }: Release) {
  const other = module.replace(/[0-9a-f]{16}/, '0123456789abcdef');
  cpSync(join(folder, version), join(folder, NEXT), { recursive: true });
  for (const name of ['v1', NEXT]) {
    for (const ending of ['', '.br', '.gz']) {
      renameSync(join(folder, name, module + ending), join(folder, name, other + ending));
      if (ending) rmSync(join(folder, name, SCRIPT + ending));
    }
    const file = join(folder, name, SCRIPT);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(version, NEXT).replaceAll(module, other));
  }
  return other;
}

const versionOnPage = (page: Page) =>
  page.evaluate(() => (customElements.get('peer-support-directory') as unknown as { version: string }).version);

test('a v1 script that a cache has kept finds its own module after the next release', async ({ page, nginx, copy, directory }) => {
  const hosts = await nginx({ cdn: () => copy.shipped });
  const { cdn } = hosts.urls;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const tag = script({ src: `${cdn}/v1/${SCRIPT}` });
  // The browser keeps the script, and has not asked for the module yet.
  await page.goto(hosts.page('/first/', wholePage(tag)));
  expect(asked.filter((url) => url.endsWith('.wasm'))).toEqual([]);

  publishNext(copy);
  await page.goto(hosts.page('/second/', wholePage(tag + element())));
  await directory.ready();
  expect(await versionOnPage(page)).toBe(copy.version);
  expect(asked.filter((url) => url.endsWith('.wasm'))).toEqual([`${cdn}/${copy.version}/${copy.module}`]);
});

test('a browser that has nothing yet gets the next release', async ({ page, nginx, copy, directory }) => {
  const hosts = await nginx({ cdn: () => copy.shipped });
  const module = publishNext(copy);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(hosts.page('/', wholePage(script({ src: `${hosts.urls.cdn}/v1/${SCRIPT}` }) + element())));
  await directory.ready();
  expect(await versionOnPage(page)).toBe(NEXT);
  expect(asked.filter((url) => url.endsWith('.wasm'))).toEqual([`${hosts.urls.cdn}/${NEXT}/${module}`]);
});

test('v1 and the release that it goes with, on one page: one directory, and not a word', async ({ page, nginx, release, directory }) => {
  const hosts = await nginx({ cdn: () => release.shipped });
  const both = ['v1', release.version].map((folder) => script({ src: `${hosts.urls.cdn}/${folder}/${SCRIPT}` })).join('');
  await page.goto(hosts.page('/', wholePage(both + element())));
  await directory.ready();
  await expect(page.locator('peer-support-directory')).toHaveCount(1);
});

test('the script of a release, and asset-base, take everything from one folder', async ({ page, nginx, release, directory }) => {
  const hosts = await nginx({ cdn: () => release.shipped });
  const { cdn } = hosts.urls;
  const asked: string[] = [];
  page.on('requestfinished', (request) => asked.push(request.url()));
  const files = (folder: string) => [`${cdn}/${folder}/groups.json`, `${cdn}/${folder}/${release.module}`].sort();
  const fetched = () => asked.filter((url) => /\.(json|wasm)$/.test(url)).sort();

  await page.goto(hosts.page('/release/', wholePage(script({ src: `${cdn}/${release.version}/${SCRIPT}` }) + element())));
  await directory.ready();
  expect(fetched()).toEqual(files(release.version));

  asked.length = 0;
  const based = element({ 'asset-base': `${cdn}/v1/` });
  await page.goto(hosts.page('/based/', wholePage(script({ src: `${cdn}/v1/${SCRIPT}` }) + based)));
  await directory.ready();
  expect(fetched()).toEqual(files('v1'));
});

test('a module that somebody has changed is not run: what stood there stays', async ({ page, nginx, copy, directory, events, calm }) => {
  calm.allowFailedRequests();
  for (const ending of ['.br', '.gz']) rmSync(join(copy.folder, copy.version, copy.module + ending));
  const file = join(copy.folder, copy.version, copy.module);
  // A custom section that means nothing: a module as good as the first, but not the one that was built.
  writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from([0, 3, 1, 0x78, 0])]));
  const hosts = await nginx({ cdn: () => copy.shipped });
  await page.goto(hosts.page('/', wholePage(script({ src: `${hosts.urls.cdn}/v1/${SCRIPT}` }) + element())));
  expect((await events.detail('psd-error')).code).toBe('wasm');
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  await expect(directory.error).toBeVisible();
});

test('a script that somebody has changed is not run where its integrity is given', async ({ page, nginx, copy, directory, calm }) => {
  calm.allowFailedRequests();
  for (const ending of ['.br', '.gz']) rmSync(join(copy.folder, copy.version, SCRIPT + ending));
  const file = join(copy.folder, copy.version, SCRIPT);
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nwindow.pwned = 1;`);
  const hosts = await nginx({ cdn: () => copy.shipped });
  const tag = script({ src: `${hosts.urls.cdn}/${copy.version}/${SCRIPT}`, integrity: copy.hash(SCRIPT), crossorigin: 'anonymous' });
  await page.goto(hosts.page('/', wholePage(tag + element())));
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  await expect(directory.region).toHaveCount(0);
  expect(await page.evaluate('typeof pwned')).toBe('undefined');
  await expect.poll(() => calm.console.join('\n')).toMatch(/integrity/);
});
