import type { Page } from '@playwright/test';
import { plain, small } from '../fixtures/lists';
import { SUNDAY } from '../fixtures/meetings';
import { embed } from '../support/markup';
import { expect, test } from '../support/test';

/** "An attribute changed by script takes effect at once, without a reload." */

test.beforeEach(async ({ page, site, directory }) => {
  await page.clock.setFixedTime(new Date(SUNDAY));
  site.list('/groups.json', small(site.url));
  await page.goto(site.page('/', embed()));
  await directory.ready();
});

const set = (page: Page, name: string, value: string | null) =>
  page.locator('peer-support-directory').evaluate(
    (host, [attribute, to]) => (to === null ? host.removeAttribute(attribute!) : host.setAttribute(attribute!, to)),
    [name, value],
  );

/** A change of anything but `list` has no reason to ask for anything again. */
const expectNoNewRequests = (site: { requests(path: string): unknown[] }) => expect(site.requests('/groups.json')).toHaveLength(1);

test('list', async ({ page, site, directory }) => {
  site.list('/others.json', plain(['Other Group'], 'Others'));
  await set(page, 'list', '/others.json');
  await expect(directory.title).toHaveText('Others');
  expect(await directory.names()).toEqual(['Other Group']);
  await set(page, 'list', '/groups.json');
  await directory.expectCount(10);
});

test('list, changed while the one before is on its way, shows the last', async ({ page, site, directory }) => {
  site.answer('/slow.json', () => {});
  site.list('/others.json', plain(['Other Group'], 'Others'));
  await set(page, 'list', '/slow.json');
  await expect.poll(() => site.requests('/slow.json').length).toBe(1);
  await set(page, 'list', '/others.json');
  await expect(directory.title).toHaveText('Others');
  await expect.poll(() => site.requests('/slow.json')[0].dropped, { message: 'the request nobody waits for is dropped' }).toBe(true);
});

test('label', async ({ page, site, directory }) => {
  await set(page, 'label', 'Near you');
  await expect(directory.title).toHaveText('Near you');
  await set(page, 'label', null);
  await expect(directory.title).toHaveText('Peer support groups');
  expectNoNewRequests(site);
});

test('heading-level', async ({ page, site, directory }) => {
  await set(page, 'heading-level', '4');
  await expect(directory.host.getByRole('heading', { level: 6, name: 'Care Line' })).toBeVisible();
  expectNoNewRequests(site);
});

const choices: [attribute: string, value: string, count: number][] = [
  ['cancer-type', 'bowel', 5],
  ['audience', 'carers', 1],
  ['kind', 'resource', 1],
  ['format', 'phone', 2],
  ['activity', 'discussion', 2],
  ['day', 'saturday', 1],
  ['time', 'evening', 6],
  ['soon', '7-days', 3],
  ['place', 'Leeds', 2],
  ['only-cancer-type', 'larynx', 6],
  ['only-audience', 'carers', 1],
  ['only-kind', 'helpline', 1],
  ['only-format', 'online', 3],
  ['only-place', 'Oxford', 2],
  ['only-groups', 'care-line', 1],
];
for (const [attribute, value, count] of choices) {
  test(`${attribute}, and taking it away`, async ({ page, site, directory }) => {
    await set(page, attribute, value);
    await directory.expectCount(count);
    await set(page, attribute, null);
    await directory.expectCount(10);
    expectNoNewRequests(site);
  });
}

test('filters', async ({ page, site, directory }) => {
  await set(page, 'filters', 'day kind');
  await expect.poll(() => directory.legends()).toEqual(['Day', 'Kind of support']);
  expectNoNewRequests(site);
});

test('page-size', async ({ page, site, directory }) => {
  await set(page, 'page-size', '4');
  await expect(directory.cards).toHaveCount(4);
  expectNoNewRequests(site);
});

test('explainer', async ({ page, site, directory }) => {
  await set(page, 'explainer', 'no');
  await expect(directory.explainer).toHaveCount(0);
  await set(page, 'explainer', null);
  await expect(directory.explainer).toBeVisible();
  expectNoNewRequests(site);
});

test('lang of the page, without a word in the console', async ({ page, site, directory }) => {
  await page.evaluate(() => (document.documentElement.lang = 'en-GB'));
  await set(page, 'lang', 'en');
  await directory.expectCount(10);
  expectNoNewRequests(site);
});

test('a change of looks keeps what the visitor chose', async ({ page, directory }) => {
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.expectCount(7);
  await set(page, 'label', 'Near you');
  await expect(directory.title).toHaveText('Near you');
  await directory.expectCount(7);
  await expect(directory.option('Type of cancer', 'Tongue cancer')).toBeChecked();
});
