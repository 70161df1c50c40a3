import type { Page } from '@playwright/test';
import { Directory } from '../../directory';
import { meetings, meets, monthly, weekly } from '../../fixtures/meetings';
import { charity, directories } from '../../support/charity';
import { listen } from '../../support/status';
import { expect, test, type Site } from '../../support/test';
import { passFrames } from '../../support/time';

/** "The view rolls over by itself when a meeting ends." Nobody loses their place by it, and nobody is told. */

const MINUTE = 60_000;

/** Two that end at eight on Monday, one on Tuesday, one on Friday: at eight, the last two come first. */
const groups = () => [
  meets('Alpha', [weekly('MO')]),
  meets('Beta', [weekly('MO', '18:00')], { url: '/beta' }),
  meets('Gamma', [weekly('TU')]),
  meets('Delta', [weekly('FR')]),
];

/** One that ends at eight on Monday and is not held again within a week, and one on Tuesday. */
const fortnightly = () => [
  meets('Once', [weekly('MO', '19:00', '20:00', { interval: 2, dtstart: '2026-11-23' })]),
  meets('Gamma', [weekly('TU')]),
];

/** Opens a page with the list just before a minute, and stops its clock there. */
async function open(page: Page, site: Site, { at = '2026-11-23T19:58:00Z', list = groups(), attributes = {} } = {}) {
  await page.clock.install({ time: new Date(Date.parse(at) - MINUTE) });
  site.list('/groups.json', meetings(...list));
  await page.goto(site.page('/', charity(directories(1, attributes))));
  await new Directory(page).ready();
  await page.clock.pauseAt(new Date(at));
}

test('a meeting begins, ends, and the next is told; the list orders anew', async ({ page, site, directory }) => {
  await open(page, site, { at: '2026-11-23T18:58:00Z', list: [meets('Alpha', [weekly('MO')]), meets('Gamma', [weekly('TU')])] });
  await expect(directory.next('Alpha')).toHaveText('Today, 7pm');
  await page.clock.runFor(2 * MINUTE);
  await expect(directory.next('Alpha')).toHaveText('On now until 8pm');
  await expect(directory.diary('Alpha').locator('span')).toHaveText(['Mon', '23', 'Nov']);
  await page.clock.runFor(59 * MINUTE);
  await expect(directory.next('Alpha')).toHaveText('On now until 8pm');
  expect(await directory.names()).toEqual(['Alpha', 'Gamma']);
  await page.clock.runFor(MINUTE);
  await expect(directory.next('Alpha')).toHaveText('Next: Monday 30 November, 7pm');
  await expect(directory.diary('Alpha').locator('span')).toHaveText(['Mon', '30', 'Nov']);
  expect(await directory.names()).toEqual(['Gamma', 'Alpha']);
});

test('tomorrow becomes today at midnight', async ({ page, site, directory }) => {
  await open(page, site, { at: '2026-11-23T23:59:00Z' });
  await expect(directory.next('Gamma')).toHaveText('Tomorrow, 7pm');
  await page.clock.runFor(MINUTE);
  await expect(directory.next('Gamma')).toHaveText('Today, 7pm');
});

test('a week of rollovers, an hour at a time, says what a page opened then says', async ({ page, site, directory }) => {
  test.setTimeout(60_000);
  await open(page, site, { list: [...groups(), meets('Epsilon', [monthly('-1SA', '10:15')])] });
  const says = () => directory.cards.evaluateAll((cards) => cards.map((card) => (card as HTMLElement).innerText));
  for (let day = 1; day <= 7; day += 1) await page.clock.runFor(24 * 60 * MINUTE);
  const rolled = await says();
  await page.reload();
  await passFrames(page, directory);
  await directory.expectCount(5);
  expect(rolled).toEqual(await says());
});

for (const name of ['Alpha', 'Beta', 'Gamma', 'Delta'])
  test(`focus stays in the card of ${name}, and what is open stays open`, async ({ page, site, directory }) => {
    await open(page, site);
    expect(await directory.names()).toEqual(['Beta', 'Alpha', 'Gamma', 'Delta']);
    await directory.more(name).click();
    await directory.more(name).focus();
    await page.evaluate(() => addEventListener('focusin', () => (document.body.dataset.moved = 'yes')));
    await page.clock.runFor(3 * MINUTE);
    await expect(directory.next('Alpha').first()).toHaveText('Next: Monday 30 November, 7pm');
    expect(await directory.names()).toEqual(['Gamma', 'Delta', 'Beta', 'Alpha']);
    expect(await directory.focused()).toBe(`button: More about ${name}`);
    await expect(directory.more(name)).toHaveAttribute('aria-expanded', 'true');
    await expect(page.locator('body')).not.toHaveAttribute('data-moved');
  });

test('a card with the focus that would go behind "Show more" stays while it has it', async ({ page, site, directory }) => {
  await open(page, site, { attributes: { 'page-size': 2 } });
  await directory.more('Alpha').focus();
  await page.clock.runFor(3 * MINUTE);
  await expect(directory.cards.first()).toContainText('Gamma');
  expect(await directory.names()).toEqual(['Gamma', 'Delta', 'Alpha']);
  expect(await directory.focused()).toBe('button: More about Alpha');
  await directory.showMore.click();
  await expect(directory.cards).toHaveCount(4);
  expect(await directory.names()).toEqual(['Gamma', 'Delta', 'Beta', 'Alpha']);
});

test('a card with the focus that is no longer found hands it to the results heading', async ({ page, site, directory }) => {
  await open(page, site, { list: fortnightly(), attributes: { soon: '7-days' } });
  await directory.expectCount(2);
  await directory.more('Once').focus();
  await page.clock.runFor(3 * MINUTE);
  await directory.expectCount(1);
  expect(await directory.names()).toEqual(['Gamma']);
  expect(await directory.focused()).toBe('h3: 1 result');
});

test('what choices would give is counted anew when a meeting ends', async ({ page, site, directory }) => {
  await open(page, site, { list: [...fortnightly(), meets('Later', [monthly('2MO')])], attributes: { filters: 'soon' } });
  await expect(directory.option('How soon', 'In the next 7 days')).toHaveAccessibleName('In the next 7 days (2)');
  await page.clock.runFor(3 * MINUTE);
  await expect(directory.option('How soon', 'In the next 7 days')).toHaveAccessibleName('In the next 7 days (1)');
});

test('a search that is being typed stays as it is', async ({ page, site, directory }) => {
  await open(page, site);
  await directory.search.focus();
  await page.keyboard.type('a');
  await page.clock.runFor(3 * MINUTE);
  await expect(directory.next('Alpha')).toHaveText('Next: Monday 30 November, 7pm');
  await expect(directory.search).toBeFocused();
  await expect(directory.search).toHaveValue('a');
});

test('it tells nobody: no event, no status', async ({ page, site, directory, events }) => {
  await open(page, site);
  const said = await listen(page);
  await page.clock.runFor(10 * MINUTE);
  await expect(directory.next('Alpha')).toHaveText('Next: Monday 30 November, 7pm');
  expect(await said()).toEqual([]);
  expect((await events.all()).map(({ name }) => name)).toEqual(['psd-ready']);
});

test('a choice made before keeps holding', async ({ page, site, directory }) => {
  await open(page, site);
  await directory.choose('Day', 'Monday');
  await page.clock.runFor(3 * MINUTE);
  await expect(directory.next('Alpha')).toHaveText('Next: Monday 30 November, 7pm');
  expect(await directory.names()).toEqual(['Beta', 'Alpha']);
  await expect(directory.option('Day', 'Monday')).toBeChecked();
});

test('an attribute that brings other groups brings their times', async ({ page, site, directory }) => {
  await open(page, site, { attributes: { 'only-groups': 'delta' } });
  await directory.host.evaluate((host) => host.removeAttribute('only-groups'));
  await directory.expectCount(4);
  await page.clock.runFor(3 * MINUTE);
  await expect(directory.next('Alpha')).toHaveText('Next: Monday 30 November, 7pm');
});
