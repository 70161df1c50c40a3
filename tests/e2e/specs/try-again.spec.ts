import { small } from '../fixtures/lists';
import { bytes, status } from '../support/answers';
import { embed } from '../support/markup';
import { expect, test } from '../support/test';
import { passTime } from '../support/time';

test.beforeEach(async ({ page, calm }) => {
  calm.allowFailedRequests();
  await page.clock.install();
});

test('Try again shows the list once it can be had, and moves focus to the title', async ({ page, site, directory, events }) => {
  site.answer('/groups.json', status(404));
  await page.goto(site.page('/', embed()));
  await passTime(page, () => directory.tryAgain.isVisible());
  site.list('/groups.json', small(site.url));
  await directory.tryAgain.click();
  await passTime(page, () => directory.resultsHeading.isVisible());
  await directory.expectCount(10);
  await expect(directory.title).toBeFocused();
  await expect(directory.error).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeHidden();
  expect(await events.detail('psd-ready')).toEqual({ groups: 10, problems: [] });
});

test('Try again by keyboard, where it fails once more, shows the message once more and keeps the focus near', async ({ page, site, directory, events }) => {
  site.answer('/groups.json', bytes('nonsense', 'application/json'));
  await page.goto(site.page('/', embed()));
  await passTime(page, () => directory.tryAgain.isVisible());
  await directory.tryAgain.press('Enter');
  await passTime(page, async () => (await events.of('psd-error')).length === 2);
  await expect(directory.error).toHaveCount(1);
  await expect(directory.tryAgain).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('peer-support-directory');
});

test('another list mends a directory that failed', async ({ page, site, directory }) => {
  site.answer('/groups.json', status(404));
  site.list('/others.json', small(site.url));
  await page.goto(site.page('/', embed()));
  await passTime(page, () => directory.tryAgain.isVisible());
  await directory.host.evaluate((host) => host.setAttribute('list', '/others.json'));
  await passTime(page, () => directory.resultsHeading.isVisible());
  await expect(directory.error).toHaveCount(0);
});
