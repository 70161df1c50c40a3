import type { Page } from '@playwright/test';
import type { Directory } from '../directory';
import { embed } from '../support/markup';
import { expect, test } from '../support/test';
import { FRAME, passFrames } from '../support/time';

/** After a choice the cards in the window are painted before the others are made. */

const NAMES = Array.from({ length: 50 }, (_, at) => `${at % 2 ? 'Odd' : 'Even'} ${String(at).padStart(2, '0')}`);
const EVEN = NAMES.filter((name) => name.startsWith('Even'));
const ODD = NAMES.filter((name) => name.startsWith('Odd'));
const FIRST = 2;
const PAGE = 20;
const FILTER = 'What people do together';

const schedule = { freq: 'WEEKLY', byday: 'MO', opens_at: '18:00' };
const LIST = {
  title: 'Peer support groups',
  groups: NAMES.map((name, at) => ({
    id: `group-${at}`,
    name,
    activities: [at % 2 ? 'odd' : 'even', ...(at < 40 ? ['early'] : [])],
    meetings: [{ attending_type: 'online', schedule }],
  })),
};

test.beforeEach(async ({ page, site, directory }) => {
  await page.clock.install();
  site.list('/groups.json', LIST);
  // No more than two cards are in the window.
  await page.setViewportSize({ width: 900, height: 700 });
  await page.goto(site.page('/', embed({ filters: 'activity' })));
  await directory.ready();
  // No frame comes but for those that a test lets pass.
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
});

/** Has it search at once, without the pause for further typing. */
async function search(page: Page, directory: Directory, words: string) {
  await directory.search.fill(words);
  await page.keyboard.press('Enter');
}

/** The next frames, each with time for what waits for it. */
async function frames(page: Page, count: number) {
  for (let frame = 0; frame < count; frame += 1) {
    await page.clock.runFor(FRAME);
    await page.evaluate(() => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    }));
  }
}

test('the first come at once, the rest after the next frames, in their order', async ({ page, directory }) => {
  expect(await directory.names()).toEqual(EVEN.slice(0, PAGE));
  await search(page, directory, 'odd');
  await expect.poll(() => directory.names()).toEqual(ODD.slice(0, FIRST));
  await frames(page, 5);
  expect(await directory.names()).toEqual(ODD.slice(0, PAGE));
});

test('cards that showed before stay, and need no making', async ({ page, directory }) => {
  await search(page, directory, 'even');
  await expect(directory.resultsHeading).toHaveText('25 results');
  expect(await directory.names()).toEqual(EVEN.slice(0, PAGE));
});

test('of a card that stays, nothing is made anew', async ({ page, directory }) => {
  await directory.choose(FILTER, 'Even');
  await directory.expectCount(25);
  await directory.host.evaluate((host) => {
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    for (const card of host.shadowRoot!.querySelectorAll('.card')) {
      observer.observe(card, { childList: true, subtree: true, characterData: true });
    }
    Object.assign(window, { changes: () => [...changes, ...observer.takeRecords()].length });
  });
  const changes = () => page.evaluate(() => (window as unknown as { changes: () => number }).changes());
  await directory.choose(FILTER, 'Early');
  await directory.expectCount(45);
  expect(await directory.names()).toEqual(EVEN.slice(0, PAGE));
  expect(await changes()).toBe(0);
  await search(page, directory, 'even');
  await expect(directory.cards.locator('mark')).toHaveCount(PAGE);
  expect(await changes()).toBeGreaterThan(0);
});

test('all that is to stand in the window comes at once, wherever the visitor is', async ({ page, directory }) => {
  await directory.cards.nth(12).scrollIntoViewIfNeeded();
  const seen = await directory.cards.evaluateAll(
    (cards) => cards.filter((card) => card.getBoundingClientRect().top < innerHeight).length,
  );
  expect(seen).toBeGreaterThan(12);
  // A click of Playwright's would scroll to the box.
  await directory.option(FILTER, 'Odd').evaluate((box: HTMLElement) => box.click());
  await expect.poll(() => directory.names()).toEqual(ODD.slice(0, seen));
  await frames(page, 4);
  expect(await directory.names()).toEqual(ODD.slice(0, PAGE));
});

test('what further choices would give is counted once the cards show', async ({ page, directory }) => {
  const even = directory.option(FILTER, 'Even');
  await expect(even).toHaveAccessibleName('Even (25)');
  await search(page, directory, 'odd');
  await expect.poll(() => directory.names()).toEqual(ODD.slice(0, FIRST));
  await expect(even).toHaveAccessibleName('Even (25)');
  await frames(page, 1);
  await expect(even).toHaveAccessibleName('Even (0)');
});

test('what is ticked becomes bold with the counts, and no option moves', async ({ page, directory }) => {
  const rows = directory.host.locator('.option');
  const boxes = () => rows.evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().toJSON()));
  const even = directory.option(FILTER, 'Even');
  const weight = () => even.evaluate((box) => getComputedStyle(box.nextElementSibling!).fontWeight);
  const before = await boxes();
  await even.evaluate((box: HTMLElement) => box.click());
  expect(await weight()).toBe('400');
  await frames(page, 1);
  expect(await weight()).toBe('600');
  expect(await boxes()).toEqual(before);
  await even.evaluate((box: HTMLElement) => box.click());
  await frames(page, 1);
  expect(await weight()).toBe('400');
});

test('of two searches before one paint, the second is counted', async ({ page, directory }) => {
  for (const [words, first] of [['odd', ODD], ['even', EVEN]] as const) {
    await search(page, directory, words);
    await expect.poll(() => directory.names()).toEqual(first.slice(0, FIRST));
  }
  await frames(page, 1);
  await expect(directory.option(FILTER, 'Odd')).toHaveAccessibleName('Odd (0)');
  await expect(directory.option(FILTER, 'Even')).toHaveAccessibleName('Even (25)');
});

test('another search meanwhile leaves nothing of the first', async ({ page, directory }) => {
  await search(page, directory, 'odd');
  await expect.poll(() => directory.names()).toEqual(ODD.slice(0, FIRST));
  await search(page, directory, 'even');
  await expect.poll(() => directory.names()).toEqual(EVEN.slice(0, FIRST));
  await frames(page, 5);
  expect(await directory.names()).toEqual(EVEN.slice(0, PAGE));
});

test('"Show more" moves focus to the first new card, whose next ones follow', async ({ page, directory }) => {
  await directory.showMore.click();
  await expect(directory.card(NAMES.toSorted()[PAGE]).getByRole('heading').first()).toBeFocused();
  await frames(page, 5);
  expect(await directory.names()).toEqual(NAMES.toSorted().slice(0, 2 * PAGE));
});

test('a card that changes places comes after the paint, and is the same', async ({ page, site, directory }) => {
  // Groups for breast cancer come before those for any cancer, once that is chosen.
  const mixed = NAMES.slice(0, PAGE).map((name, at) => ({ ...LIST.groups[at], name, cancer_types: [at % 2 ? 'breast' : 'any'] }));
  const other = { ...LIST.groups[0], id: 'other', name: 'Other', cancer_types: ['bowel'] };
  site.list('/mixed.json', { ...LIST, groups: [...mixed, other] });
  await page.goto(site.page('/mixed', embed({ list: '/mixed.json' })));
  // The first view is painted in parts too.
  await passFrames(page, directory);
  const even = directory.card(EVEN[1]);
  await even.getByRole('button', { name: /^More about/ }).click();
  const element = (await even.elementHandle())!;
  // The odd ones stay in their order.
  const [odd, evens] = [ODD.slice(0, PAGE / 2), EVEN.slice(0, PAGE / 2)];
  expect(await directory.names()).toEqual([...evens, ...odd]);
  await directory.choose('Type of cancer', 'Breast cancer');
  await expect.poll(() => directory.names()).toEqual(odd);
  await frames(page, 3);
  expect(await directory.names()).toEqual([...odd, ...evens]);
  expect(await element.evaluate((card) => card.isConnected)).toBe(true);
  await expect(even.getByRole('button', { name: /^More about/ })).toHaveAttribute('aria-expanded', 'true');
});

test('a directory that goes meanwhile disturbs nobody', async ({ page, directory }) => {
  await search(page, directory, 'odd');
  await directory.host.evaluate((host) => host.remove());
  await frames(page, 5);
  await expect(directory.host).toHaveCount(0);
});
