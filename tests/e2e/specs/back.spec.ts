import type { Page } from '@playwright/test';
import { small } from '../fixtures/lists';
import { status } from '../support/answers';
import { element, embed, script } from '../support/markup';
import { expect, test } from '../support/test';

/**
 * "Choices survive the Back button through one key of `history.state`, merged with what is there, written once
 * on `pagehide` and removed when read." The browser runs without its back-forward cache, as for a visitor
 * whose page could not be kept: only `history.state` can bring anything back.
 */

test.beforeEach(async ({ site }) => {
  site.list('/groups.json', small(site.url));
  site.page('/join/wednesday-circle', '<h1>Joined</h1>');
});

/** Notes each write to `history.state` where it outlives the page. */
const noteWrites = (page: Page) =>
  page.addInitScript(() => {
    for (const name of ['pushState', 'replaceState'] as const) {
      const original = history[name];
      history[name] = function (state, ...rest) {
        const writes = JSON.parse(sessionStorage.getItem('writes') ?? '[]');
        sessionStorage.setItem('writes', JSON.stringify([...writes, { name, path: location.pathname, state }]));
        return original.call(this, state, ...rest);
      };
    }
  });

interface Write {
  name: string;
  path: string;
  state: Record<string, unknown> | null;
}
const writes = (page: Page): Promise<Write[]> => page.evaluate(() => JSON.parse(sessionStorage.getItem('writes') ?? '[]'));

test('Back restores choices, search words and count', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.choose('How it meets', 'Online');
  await directory.search.fill('circle');
  await directory.expectCount(1);
  await directory.link(/^Join Wednesday Circle/).click();
  await expect(page.getByRole('heading', { name: 'Joined' })).toBeVisible();
  await page.goBack();
  await directory.ready();
  await directory.expectCount(1);
  await expect(directory.option('Type of cancer', 'Tongue cancer')).toBeChecked();
  await expect(directory.option('How it meets', 'Online')).toBeChecked();
  await expect(directory.search).toHaveValue('circle');
});

test('where the list fails after Back, the choices wait for the next time', async ({ page, site, directory, calm }) => {
  calm.allowFailedRequests();
  await page.goto(site.page('/', embed()));
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  await page.goto(site.page('/elsewhere', '<h1>Elsewhere</h1>'));
  site.answer('/groups.json', status(404));
  await page.goBack();
  await expect(directory.tryAgain).toBeVisible();
  site.list('/groups.json', small(site.url));
  await page.goto(`${site.url}/elsewhere`);
  await page.goBack();
  await directory.expectCount(2);
});

test('a browser that refuses to change the history: a copied link works all the same', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed()));
  await directory.choose('Day', 'Monday');
  await page.evaluate(() => void Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await directory.copyLink.click();
  const link = await directory.host.locator('input[readonly]').inputValue();
  await page.addInitScript(() => {
    history.replaceState = () => {
      throw new DOMException('too often', 'SecurityError');
    };
  });
  await page.goto('about:blank');
  await page.goto(link);
  await directory.expectCount(2);
});

test('Back restores the place on the page', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed({ 'page-size': 3 })));
  await directory.ready();
  await directory.showMore.click();
  await directory.showMore.click();
  await expect(directory.cards).toHaveCount(9);
  const last = directory.cards.nth(8).locator('[part~="card-title"]');
  await last.scrollIntoViewIfNeeded();
  const top = async () => Math.round((await last.boundingBox())!.y);
  const before = await top();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
  await page.goto(site.page('/elsewhere', '<h1>Elsewhere</h1>'));
  await page.goBack();
  await expect(directory.cards).toHaveCount(9);
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(4);
});

test('history.state is written once, when the page is left, and keeps what the page had there', async ({ page, site, directory }) => {
  await noteWrites(page);
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await page.evaluate(() => history.replaceState({ mine: { deep: [1, 2] } }, ''));
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.expectCount(7);
  expect(await page.evaluate(() => history.state)).toEqual({ mine: { deep: [1, 2] } });
  await page.goto(site.page('/elsewhere', '<h1>Elsewhere</h1>'));
  const [own, ...widget] = await writes(page);
  expect(own.state).toEqual({ mine: { deep: [1, 2] } });
  expect(widget.map(({ name, path }) => ({ name, path }))).toEqual([{ name: 'replaceState', path: '/' }]);
  const { mine, ...rest } = widget[0].state!;
  expect(mine).toEqual({ deep: [1, 2] });
  expect(Object.keys(rest), 'one key of its own').toHaveLength(1);
});

test('history.state is cleared of it once read, and the page\'s own part stays', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await page.evaluate(() => history.replaceState({ mine: true }, ''));
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  await page.goto(site.page('/elsewhere', '<h1>Elsewhere</h1>'));
  await page.goBack();
  await directory.expectCount(2);
  expect(await page.evaluate(() => history.state)).toEqual({ mine: true });
});

test('a page whose history.state is no object keeps it', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await page.evaluate(() => history.replaceState('mine', ''));
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  await page.goto(site.page('/elsewhere', '<h1>Elsewhere</h1>'));
  await page.goBack();
  await directory.ready();
  expect(await page.evaluate(() => history.state)).toBe('mine');
});

test('a visitor who chose nothing leaves nothing', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await page.goto(site.page('/elsewhere', '<h1>Elsewhere</h1>'));
  await page.goBack();
  await directory.expectCount(10);
  await expect(directory.chips).toHaveCount(0);
});

test('each directory of a page gets back its own choices', async ({ page, site, directory }) => {
  site.list('/others.json', small(site.url));
  await page.goto(site.page('/', script() + element({ list: '/groups.json' }) + element({ list: '/others.json' })));
  const second = await directory.nth(1).ready();
  await directory.choose('Type of cancer', 'Tongue cancer');
  await second.choose('Day', 'Monday');
  await second.expectCount(2);
  await page.goto(site.page('/elsewhere', '<h1>Elsewhere</h1>'));
  await page.goBack();
  await directory.expectCount(7);
  await second.expectCount(2);
});

test('a link to the page, opened afresh, restores nothing', async ({ page, site, directory }) => {
  const address = site.page('/', embed());
  await page.goto(address);
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  await page.goto(site.page('/elsewhere', '<h1>Elsewhere</h1>'));
  await page.goto(address);
  await directory.expectCount(10);
});

test('a choice taken away by the visitor stays away, though an attribute made it', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed({ 'cancer-type': 'tongue' })));
  await directory.expectCount(7);
  await directory.clearAll.click();
  await directory.expectCount(10);
  await page.goto(site.page('/elsewhere', '<h1>Elsewhere</h1>'));
  await page.goBack();
  await directory.expectCount(10);
});
