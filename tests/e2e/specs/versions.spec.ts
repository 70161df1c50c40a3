import { small } from '../fixtures/lists';
import { bytes } from '../support/answers';
import { element, script } from '../support/markup';
import { expect, test, type Site } from '../support/test';

/** Scripts of several versions on one page: a charity's own, and the one that an embedded page section brought. */

const THIS = /"(\d+\.\d+\.\d+)"/;

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

const thisVersion = (site: Site) => THIS.exec(site.dist.script.toString())![1];

/** Serves the script as another version of it. */
function version(site: Site, number: string): string {
  const text = site.dist.script.toString().replaceAll(`"${thisVersion(site)}"`, `"${number}"`);
  const src = `/dist/${number}.js`;
  site.answer(src, bytes(text, 'text/javascript'));
  return script({ src });
}

test('the first is used, and another says so once, in plain words', async ({ page, site, directory, calm }) => {
  calm.allowConsole(/is on this page too/);
  const later = version(site, '7.0.1');
  const html = script() + later + element({ list: '/groups.json' }) + later + version(site, '7.0.2') + later;
  await page.goto(site.page('/', html));
  await directory.expectCount(10);
  const first = thisVersion(site);
  expect(calm.console).toEqual([
    `warning: peer-support-directory: version 7.0.1 is on this page too; ${first}, which came first, is used.`,
  ]);
  expect(await page.evaluate(() => (customElements.get('peer-support-directory') as unknown as { version: string }).version)).toBe(first);
});

test('a newer one that comes first is used as well', async ({ page, site, directory, calm }) => {
  calm.allowConsole(/is on this page too/);
  await page.goto(site.page('/', version(site, '7.0.1') + element({ list: '/groups.json' }) + script()));
  await directory.expectCount(10);
  expect(calm.console).toEqual([
    `warning: peer-support-directory: version ${thisVersion(site)} is on this page too; 7.0.1, which came first, is used.`,
  ]);
});

test('a script tag of a second version still gets its directory', async ({ page, site, directory, calm }) => {
  calm.allowConsole(/is on this page too/);
  const second = version(site, '7.0.1').replace('<script', '<script data-list="/groups.json"');
  await page.goto(site.page('/', script({ 'data-list': '/groups.json', 'data-label': 'Ours' }) + second));
  await directory.expectCount(10);
  await directory.nth(1).expectCount(10);
  await expect(page.locator('peer-support-directory')).toHaveCount(2);
});

test('the same version from two places is silent', async ({ page, site, directory }) => {
  const other = `${site.other.url}/dist/peer-support-directory.js`;
  await page.goto(site.page('/', script() + script({ src: other }) + element({ list: '/groups.json' })));
  await directory.expectCount(10);
});
