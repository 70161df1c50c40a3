import type { Page } from '@playwright/test';
import { small } from '../../fixtures/lists';
import { embed, page as wholePage } from '../../support/markup';
import { expect, test, type Site } from '../../support/test';

/** Pages that the browser keeps whole (back-forward cache), freezes, or discards and loads anew. */

// Playwright turns the back-forward cache off.
test.use({ launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }) });

const serve = (site: Site, path: string, body: string) => site.page(path, wholePage(body), { 'cache-control': 'max-age=0' });

/** Leaves for another page and comes back; whether the browser had kept the page. */
async function awayAndBack(page: Page, away: string): Promise<boolean> {
  await page.evaluate(() => addEventListener('pageshow', (event) => Object.assign(window, { kept: event.persisted })));
  await page.goto(away);
  // A page that comes out of the cache is no navigation that `goBack` could wait for, and running anything in
  // one that is still in it would throw it out.
  await page.evaluate(() => history.back());
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
  return page.evaluate(() => (window as { kept?: boolean }).kept === true);
}

test.beforeEach(async ({ page, site, directory }) => {
  site.list('/groups.json', small(site.url));
  serve(site, '/away', '<h1>Away</h1>');
  await page.goto(serve(site, '/', embed({ 'page-size': 3 })));
  await directory.ready();
});

test('out of the back-forward cache everything stands as it was left, and goes on', async ({ page, site, directory }) => {
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.expectCount(7);
  await directory.showMore.click();
  await expect(directory.cards).toHaveCount(6);
  const names = await directory.names();
  expect(await awayAndBack(page, `${site.url}/away`), 'the browser kept the page').toBe(true);
  expect(await directory.names()).toEqual(names);
  await expect(directory.option('Type of cancer', 'Tongue cancer')).toBeChecked();
  expect(await page.evaluate(() => history.state), 'nothing of the choices stays in the history').toBeNull();
  expect(site.requests('/groups.json'), 'nothing is downloaded again').toHaveLength(1);
  await directory.search.fill('talk');
  await directory.expectCount(1);
  await directory.clearAll.click();
  await directory.expectCount(10);
});

test('out of the cache again and again', async ({ page, site, directory }) => {
  for (const [day, count] of [['Monday', 2], ['Wednesday', 4]] as const) {
    await directory.choose('Day', day);
    await directory.expectCount(count);
    expect(await awayAndBack(page, `${site.url}/away`)).toBe(true);
    await directory.expectCount(count);
  }
});

/** What the browser tells a tab in the background; it freezes none that shows, as all tabs here do. */
const tell = (page: Page, name: 'freeze' | 'resume') => page.evaluate((name) => void document.dispatchEvent(new Event(name)), name);

test('a tab that was frozen goes on', async ({ page, site, directory }) => {
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.expectCount(7);
  await tell(page, 'freeze');
  expect(await page.evaluate(() => history.state)).not.toBeNull();
  await tell(page, 'resume');
  await directory.choose('How it meets', 'Online');
  await expect(directory.chips).toHaveCount(2);
  expect(await page.evaluate(() => history.state)).toBeNull();
  expect(site.requests('/groups.json')).toHaveLength(1);
});

test('a tab that was frozen and then discarded without a word has its choices when it is loaded anew', async ({ page, site, directory }) => {
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.expectCount(7);
  // A discarded page never learns that it goes: the directory does not here either.
  await page.evaluate(() => {
    Object.assign(window, { discarded: true });
    addEventListener('pagehide', (event) => event.stopImmediatePropagation(), { capture: true });
  });
  await tell(page, 'freeze');
  await page.reload();
  expect(await page.evaluate('typeof discarded')).toBe('undefined');
  await directory.expectCount(7);
  await expect(directory.option('Type of cancer', 'Tongue cancer')).toBeChecked();
  expect(await page.evaluate(() => history.state)).toBeNull();
  expect(site.requests('/groups.json')).toHaveLength(2);
});
