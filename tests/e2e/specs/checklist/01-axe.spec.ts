import type { Directory } from '../../directory';
import { SUNDAY, near } from '../../fixtures/meetings';
import { rich } from '../../fixtures/rich';
import { hang, json, status, type Answer } from '../../support/answers';
import { findings } from '../../support/axe';
import { charity, directories } from '../../support/charity';
import { openOutdated } from '../../support/kept';
import { expect, test } from '../../support/test';

/** Checklist 1: axe finds nothing, and nothing that it cannot decide, in every state, size and colour scheme. */

interface State {
  name: string;
  answer?: Answer;
  /** Brings one directory into the state. */
  reach: (directory: Directory) => Promise<void>;
  /** Rules that must have looked at something: a state that shows nothing passes everything. */
  looked: string[];
}

const states: State[] = [
  {
    name: 'loading',
    answer: hang(),
    reach: (directory) => expect(directory.loading).toBeVisible(),
    looked: ['color-contrast'],
  },
  {
    name: 'full',
    reach: async (directory) => void (await directory.ready()),
    looked: ['color-contrast', 'target-size', 'heading-order', 'label', 'landmark-unique'],
  },
  {
    name: 'with all disclosures open',
    reach: (directory) => directory.openEverything(),
    looked: ['color-contrast', 'target-size', 'heading-order', 'label', 'aria-valid-attr-value'],
  },
  {
    name: 'filtered and searched',
    reach: async (directory) => {
      if (await directory.filterDisclosure.isVisible()) await directory.filterDisclosure.click();
      await directory.choose('Type of cancer', 'Tongue cancer');
      await directory.choose('How it meets', 'Online');
      await directory.search.fill('mond');
      await directory.expectCount(1);
      await expect(directory.chips).toHaveCount(3);
    },
    looked: ['color-contrast', 'target-size', 'button-name'],
  },
  {
    name: 'empty',
    reach: async (directory) => {
      await directory.search.fill('nothing is called this');
      await expect(directory.empty).toBeVisible();
    },
    looked: ['color-contrast', 'target-size', 'list'],
  },
  {
    name: 'error',
    answer: status(404),
    reach: (directory) => expect(directory.error).toBeVisible(),
    looked: ['color-contrast', 'target-size', 'button-name'],
  },
];

for (const count of [1, 2])
  for (const { name, answer, reach, looked } of states)
    test(`${count === 1 ? 'one directory' : 'two directories'}, ${name}`, async ({ page, site, directory, calm }) => {
      test.setTimeout(60_000);
      if (name === 'error') calm.allowFailedRequests();
      site.answer('/groups.json', answer ?? json(rich(site.url)));
      // Narrow first: what a visitor opens there stays open when the page grows.
      await page.setViewportSize({ width: 320, height: 900 });
      await page.goto(site.page('/', charity(directories(count, { 'page-size': 4 }))));
      if (!answer) for (let index = 0; index < count; index += 1) await directory.nth(index).ready();
      for (let index = 0; index < count; index += 1) await reach(directory.nth(index));
      expect(await findings(page, looked)).toEqual([]);
    });

for (const count of [1, 2])
  test(`${count === 1 ? 'one directory' : 'two directories'}, a kept list of an earlier day`, async ({ page, site, directory, calm }) => {
    test.setTimeout(60_000);
    calm.allowFailedRequests();
    await openOutdated(page, site, rich(site.url), charity(directories(count, { keep: '7d', 'page-size': 4 })));
    for (let index = 0; index < count; index += 1) await expect(directory.nth(index).outdated).toBeVisible();
    expect(await findings(page, ['color-contrast', 'target-size', 'heading-order', 'button-name', 'landmark-unique'])).toEqual([]);
  });

test('meetings on now, today, tomorrow and later, with the day as in a diary', async ({ page, site, directory }) => {
  test.setTimeout(60_000);
  await page.clock.setFixedTime(new Date(SUNDAY));
  site.list('/groups.json', near());
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto(site.page('/', charity(directories(1, { filters: 'time soon day' }))));
  await directory.ready();
  await directory.openEverything();
  for (const name of ['Now', 'Today', 'Tomorrow', 'Later']) await expect(directory.diary(name)).toBeVisible();
  expect(await findings(page, ['color-contrast', 'target-size', 'heading-order', 'list'])).toEqual([]);
});
