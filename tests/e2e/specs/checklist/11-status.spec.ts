import { rich } from '../../fixtures/rich';
import { charity, directories } from '../../support/charity';
import { listen } from '../../support/status';
import { expect, test } from '../../support/test';

/**
 * Checklist 11: the status is there, empty, from the start, and says the new count once, a second after the last
 * change: never for each key.
 */

test.beforeEach(async ({ page, site, directory }) => {
  // The page's clock stands still but for what a test lets pass: seconds are exact, and cost nothing.
  await page.clock.install();
  site.list('/groups.json', rich(site.url));
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
});

test('one status, there from the start, empty, and silent until something is chosen', async ({ page, directory }) => {
  await expect(directory.host.getByRole('status')).toHaveCount(1);
  await expect(directory.status).toHaveText('');
  await expect(directory.host.locator('[aria-live], [role="alert"], [role="log"]')).toHaveCount(0);
  const said = await listen(page);
  await page.clock.runFor(60_000);
  expect(await said()).toEqual([]);
});

test('typing a word says its count once, a second after the last key', async ({ page, directory }) => {
  const said = await listen(page);
  await directory.search.focus();
  for (const key of 'mouth') {
    await page.keyboard.press(key);
    // Slower than the typing pause, so that the list follows each key.
    await page.clock.runFor(500);
    expect(await said()).toEqual([]);
  }
  const count = await directory.resultsHeading.innerText();
  expect(count).not.toBe('11 results');
  await page.clock.runFor(400);
  expect(await said()).toEqual([]);
  await page.clock.runFor(1_000);
  expect(await said()).toEqual([count]);
  await page.clock.runFor(60_000);
  expect(await said()).toEqual([count]);
});

test('several ticks in quick order say one count', async ({ page, directory }) => {
  const said = await listen(page);
  await directory.choose('Day', 'Monday');
  await page.clock.runFor(900);
  await directory.choose('Day', 'Tuesday');
  await page.clock.runFor(900);
  await directory.choose('Type of cancer', 'Mouth cancer');
  await page.clock.runFor(900);
  expect(await said()).toEqual([]);
  await page.clock.runFor(200);
  expect(await said()).toEqual(['2 results']);
});

test('each settled change says its own count', async ({ page, directory }) => {
  const said = await listen(page);
  await directory.choose('Day', 'Monday');
  await page.clock.runFor(1_100);
  await directory.chip('Monday').click();
  await page.clock.runFor(1_100);
  await directory.search.fill('nothing is called this');
  await page.clock.runFor(1_200);
  await directory.clearAll.click();
  await page.clock.runFor(1_100);
  expect(await said()).toEqual(['2 results', '11 results', '0 results', '11 results']);
});

test('opening and closing, and moving to the results, say nothing', async ({ page, directory }) => {
  const said = await listen(page);
  await directory.openEverything();
  await directory.showResults.click();
  await directory.search.press('Enter');
  await page.clock.runFor(10_000);
  expect(await said()).toEqual([]);
});

test('two changes that lead back to the same count say no other', async ({ page, directory }) => {
  const said = await listen(page);
  await directory.choose('Day', 'Monday');
  await page.clock.runFor(500);
  await directory.option('Day', 'Monday').uncheck();
  await page.clock.runFor(5_000);
  expect((await said()).filter((words) => words !== '11 results')).toEqual([]);
});

test('what is said between a choice and its count is not cut short by the count', async ({ page, directory, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const said = await listen(page);
  await directory.choose('Day', 'Monday');
  await page.clock.runFor(500);
  await directory.copyLink.click();
  const copied = expect.stringMatching(/^Link copied/);
  await expect.poll(said).toEqual([copied]);
  await page.clock.runFor(60_000);
  expect(await said()).toEqual([copied]);
  await directory.choose('Day', 'Tuesday');
  await page.clock.runFor(1_100);
  expect(await said()).toEqual([copied, await directory.resultsHeading.innerText()]);
});
