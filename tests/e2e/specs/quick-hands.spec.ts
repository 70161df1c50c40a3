import { small } from '../fixtures/lists';
import { embed } from '../support/markup';
import { expect, test } from '../support/test';

/** Typing counts after a short pause. What a visitor does inside that pause must not be undone by it. */

test.beforeEach(async ({ page, site, directory, events }) => {
  // The page's clock stands still, so that the pause lasts as long as the test needs.
  await page.clock.install();
  site.list('/groups.json', small(site.url));
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await directory.choose('Day', 'Monday');
  await directory.search.pressSequentially('mondays');
  await expect.poll(async () => (await events.of('psd-results')).length).toBe(1);
});

test('the words count once the pause is over, not before', async ({ page, directory }) => {
  await directory.expectCount(2);
  await page.clock.runFor(1_000);
  await directory.expectCount(1);
});

test('Clear all, pressed inside the pause, clears the words too', async ({ page, directory }) => {
  await directory.clearAll.click();
  await page.clock.runFor(2_000);
  await directory.expectCount(10);
  await expect(directory.search).toHaveValue('');
  await expect(directory.chips).toHaveCount(0);
});

test('a choice taken away inside the pause stays away', async ({ page, directory }) => {
  await directory.chip('Monday').click();
  await page.clock.runFor(2_000);
  await expect(directory.option('Day', 'Monday')).not.toBeChecked();
  await directory.expectCount(1);
  await expect(directory.search).toHaveValue('mondays');
});

test('Escape inside the pause clears the words for good', async ({ page, directory }) => {
  await directory.search.press('Escape');
  await page.clock.runFor(2_000);
  await directory.expectCount(2);
  await expect(directory.search).toHaveValue('');
});

test('a directory taken away inside the pause stays silent', async ({ page, directory, events }) => {
  const before = (await events.all()).length;
  await directory.host.evaluate((host) => host.remove());
  await page.clock.runFor(5_000);
  expect(await events.all()).toHaveLength(before);
});
