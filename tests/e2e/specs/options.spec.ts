import { embed } from '../support/markup';
import { expect, test } from '../support/test';

/** Of a filter with many options only those that show are on the page: each takes its time at every change. */

const TOWNS = Array.from({ length: 400 }, (_, at) => `Town ${String(at).padStart(3, '0')}`);
const FILTER = 'Town or area';

/** One group for each town, and two more in each of the last six, which are so the commonest. */
const LIST = {
  title: 'Peer support groups',
  groups: [...TOWNS, ...TOWNS.slice(-6), ...TOWNS.slice(-6)].map((town, at) => ({
    id: `group-${at}`,
    name: `Group ${at}`,
    meetings: [{ attending_type: 'in-person', venue: { town } }],
  })),
};

test.beforeEach(async ({ page, site, directory }) => {
  site.list('/groups.json', LIST);
  await page.goto(site.page('/', embed()));
  await directory.ready();
});

test('the commonest are there, all of them when asked for, in their order, and the commonest again', async ({ directory }) => {
  const filter = directory.filter(FILTER);
  const names = async () => (await filter.locator('label bdi').allTextContents()).map((name) => name.trim());
  expect(await names()).toEqual(TOWNS.slice(-6));
  await filter.getByRole('button', { name: 'Show all towns and areas' }).click();
  await expect.poll(names).toEqual(TOWNS);
  await filter.getByRole('button', { name: 'Show fewer towns and areas' }).click();
  expect(await names()).toEqual(TOWNS.slice(-6));
});

test('one that was ticked stays, ticked or not, and counts with the others', async ({ directory }) => {
  const filter = directory.filter(FILTER);
  await filter.getByRole('button', { name: 'Show all towns and areas' }).click();
  await directory.choose(FILTER, 'Town 200');
  await directory.expectCount(1);
  await filter.getByRole('button', { name: 'Show fewer towns and areas' }).click();
  await expect(filter.locator('label bdi')).toHaveCount(7);
  await expect(directory.option(FILTER, 'Town 200')).toBeChecked();
  await directory.option(FILTER, 'Town 200').press('Space');
  await directory.expectCount(412);
  await expect(filter.locator('label bdi')).toHaveCount(7);
  await expect(directory.option(FILTER, 'Town 200')).toBeFocused();
});

test('one that a copied link ticks is there', async ({ page, directory, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await directory.filter(FILTER).getByRole('button', { name: 'Show all towns and areas' }).click();
  await directory.choose(FILTER, 'Town 200');
  await directory.copyLink.click();
  await expect(directory.status).toHaveText(/copied/i);
  const other = await context.newPage();
  await other.goto(await page.evaluate(() => navigator.clipboard.readText()));
  const opened = await directory.on(other).ready();
  await expect(opened.option(FILTER, 'Town 200')).toBeChecked();
  await expect(opened.filter(FILTER).locator('label bdi')).toHaveCount(7);
});

test('tens of thousands, as a hostile list may have, do not hold the page up', async ({ page, site, directory }) => {
  const types = Array.from({ length: 40_000 }, (_, at) => `type-${at}`);
  const groups = Array.from({ length: 10_000 }, (_, at) => ({ id: `g${at}`, name: `G${at}`, cancer_types: types.slice(4 * at, 4 * at + 4) }));
  site.list('/many.json', { groups });
  await page.goto(site.page('/', embed({ list: '/many.json' })));
  await directory.expectCount(10_000);
  await expect(directory.filter('Type of cancer').locator('label bdi')).toHaveCount(6);
});
