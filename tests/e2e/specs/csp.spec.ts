import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { small } from '../fixtures/lists';
import { bytes, status } from '../support/answers';
import { element, placeholder, script, SCRIPT } from '../support/markup';
import { expect, test, type Site } from '../support/test';

/** The policy of the contract, word for word, with the script and the list each on an origin of its own. */
const policy = (site: Site) => ({
  'content-security-policy':
    `default-src 'none'; script-src ${site.other.url} 'wasm-unsafe-eval'; connect-src ${site.other.url} ${site.url}; ` +
    `require-trusted-types-for 'script'; trusted-types 'none'`,
});

const noteViolations = (page: Page) =>
  page.addInitScript(() => {
    const violations: string[] = [];
    Object.defineProperty(window, Symbol.for('violations'), { value: violations });
    document.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
const violations = (page: Page) => page.evaluate(() => (window as never)[Symbol.for('violations')] as string[]);

const integrity = (body: Buffer) => `sha384-${createHash('sha384').update(body).digest('base64')}`;

test.beforeEach(async ({ page, site }) => {
  site.list('/groups.json', small(site.url));
  await noteViolations(page);
});

test('everything works under the strictest policy, with the script on another origin, and nothing is reported', async ({ page, site, directory }) => {
  const html = script({ src: site.other.url + SCRIPT, async: true }) + element({ list: '/groups.json', 'page-size': 4 });
  await page.goto(site.page('/', html, policy(site)));
  await directory.ready();
  await directory.showMore.click();
  await directory.more((await directory.names())[0]).click();
  await directory.explainer.click();
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.search.fill('tongue');
  await directory.expectCount(1);
  await directory.search.fill('zzzzz');
  await expect(directory.empty).toBeVisible();
  await directory.search.fill('');
  await directory.clearAll.click();
  await directory.expectCount(10);
  expect(await violations(page)).toEqual([]);
});

test('it is styled under that policy', async ({ page, site, directory }) => {
  const html = script({ src: site.other.url + SCRIPT }) + element({ list: '/groups.json' });
  await page.goto(site.page('/', html, policy(site)));
  await directory.ready();
  const sheets = await directory.host.evaluate((host) => host.shadowRoot!.adoptedStyleSheets.length);
  expect(sheets).toBeGreaterThan(0);
  const radius = await directory.cards.first().evaluate((card) => getComputedStyle(card).borderTopLeftRadius);
  expect(radius).toBe('8px');
});

test('a script tag alone and a placeholder work under that policy', async ({ page, site, directory }) => {
  const html = script({ src: site.other.url + SCRIPT, 'data-list': '/groups.json' }) + placeholder({ list: '/groups.json' });
  await page.goto(site.page('/', html, policy(site)));
  await directory.ready();
  await directory.nth(1).ready();
  expect(await violations(page)).toEqual([]);
});

test('a failure shows its message under that policy', async ({ page, site, directory, calm }) => {
  calm.allowFailedRequests();
  site.answer('/broken.json', bytes('nonsense', 'application/json'));
  const html = script({ src: site.other.url + SCRIPT }) + element({ list: '/broken.json' });
  await page.goto(site.page('/', html, policy(site)));
  await expect(directory.tryAgain).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a module that is not there shows the message under that policy', async ({ page, site, directory, events, calm }) => {
  calm.allowFailedRequests();
  site.other.answer(`/dist/${site.dist.wasmName}`, status(404));
  const html = script({ src: site.other.url + SCRIPT }) + element({ list: '/groups.json' });
  await page.goto(site.page('/', html, policy(site)));
  expect((await events.detail('psd-error')).code).toBe('wasm');
  await expect(directory.tryAgain).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('Subresource Integrity on the script', async ({ page, site, directory }) => {
  const html = script({ src: site.other.url + SCRIPT, integrity: integrity(site.dist.script), crossorigin: 'anonymous' }) + element({ list: '/groups.json' });
  await page.goto(site.page('/', html, policy(site)));
  await directory.ready();
  expect(await violations(page)).toEqual([]);
});

test('from another origin than the page\'s, the module and the default list come from there', async ({ page, site, directory }) => {
  await page.goto(site.page('/', script({ src: site.other.url + SCRIPT, 'data-peer-support-directory': true })));
  await directory.ready();
  expect(site.other.requests(`/dist/${site.dist.wasmName}`)).toHaveLength(1);
  expect(site.other.requests('/dist/groups.json')).toHaveLength(1);
  expect(site.seen.map((seen) => seen.path)).toEqual(['/']);
});
