import type { Page } from '@playwright/test';
import { Directory } from '../../directory';
import { meetings, meets, weekly } from '../../fixtures/meetings';
import { charity, directories } from '../../support/charity';
import { expect, test, type Site } from '../../support/test';
import { passFrames } from '../../support/time';
import { Timers, setHidden } from '../../support/timers';
import { Trap } from '../../support/trap';

/** "One shared timer, asleep in a hidden tab." */

const MINUTE = 60_000;

/** Opens a page with directories two minutes before their meeting ends, and stops its clock there. */
async function open(page: Page, site: Site, count = 1): Promise<Timers> {
  await page.clock.install({ time: new Date('2026-11-23T19:57:00Z') });
  const timers = await Timers.watch(page);
  site.list('/groups.json', meetings(meets('Alpha', [weekly('MO')]), meets('Gamma', [weekly('TU')])));
  await page.goto(site.page('/', charity(directories(count))));
  for (let index = 0; index < count; index += 1) await new Directory(page, index).ready();
  // What waits for the page to be idle is done by then.
  await page.clock.pauseAt(new Date('2026-11-23T19:58:00Z'));
  return timers;
}

for (const count of [1, 2, 5])
  test(`${count} on a page: one timer, and one listener for the tab`, async ({ page, site, directory }) => {
    const timers = await open(page, site, count);
    expect(await timers.pending()).toBe(1);
    expect(await timers.listeners()).toBe(1);
    await page.clock.runFor(3 * MINUTE);
    for (let index = 0; index < count; index += 1) await expect(directory.nth(index).next('Alpha')).toHaveText('Next: Monday 30 November, 7pm');
    expect(await timers.pending()).toBe(1);
  });

test('the last one that goes takes the timer and the listener with it', async ({ page, site, directory }) => {
  const timers = await open(page, site, 2);
  await directory.nth(1).host.evaluate((host) => host.remove());
  await expect.poll(() => timers.pending()).toBe(1);
  await page.clock.runFor(3 * MINUTE);
  await expect(directory.next('Alpha')).toHaveText('Next: Monday 30 November, 7pm');
  await directory.host.evaluate((host) => host.remove());
  await expect.poll(() => timers.pending()).toBe(0);
  expect(await timers.listeners()).toBe(0);
  await page.clock.runFor(24 * 60 * MINUTE);
  expect(await timers.pending()).toBe(0);
});

test('put back, it keeps time again', async ({ page, site, directory }) => {
  const timers = await open(page, site);
  await page.evaluate(async () => {
    const host = document.querySelector('peer-support-directory')!;
    host.remove();
    await Promise.resolve();
    document.querySelector('main')!.append(host);
  });
  await passFrames(page, directory);
  await directory.expectCount(2);
  await page.clock.runFor(3 * MINUTE);
  await expect(directory.next('Alpha')).toHaveText('Next: Monday 30 November, 7pm');
  expect([await timers.pending(), await timers.listeners()]).toEqual([1, 1]);
});

test('in a hidden tab no timer runs, and nothing changes until somebody looks', async ({ page, site, directory }) => {
  const timers = await open(page, site, 2);
  await setHidden(page, true);
  expect(await timers.pending()).toBe(0);
  await page.clock.runFor(26 * 60 * MINUTE);
  for (const one of [directory, directory.nth(1)]) await expect(one.next('Alpha')).toHaveText('On now until 8pm');
  await setHidden(page, false);
  // What is counted after the next frame waits for no longer than this.
  await page.clock.runFor(100);
  for (const one of [directory, directory.nth(1)]) {
    await expect(one.next('Alpha')).toHaveText('Next: Monday 30 November, 7pm');
    expect(await one.names()).toEqual(['Alpha', 'Gamma']);
  }
  expect(await timers.pending()).toBe(1);
});

test('removed from a hidden tab, nothing wakes when somebody looks', async ({ page, site, directory }) => {
  const timers = await open(page, site);
  await setHidden(page, true);
  await directory.host.evaluate((host) => host.remove());
  await setHidden(page, false);
  expect([await timers.pending(), await timers.listeners()]).toEqual([0, 0]);
});

test('opened in a hidden tab, it waits to be looked at', async ({ page, site, directory }) => {
  await page.addInitScript(() => Object.defineProperty(document, 'hidden', { configurable: true, get: () => true }));
  const timers = await open(page, site);
  expect(await timers.pending()).toBe(0);
  await page.clock.runFor(60 * MINUTE);
  await expect(directory.next('Alpha')).toHaveText('On now until 8pm');
  await setHidden(page, false);
  await page.clock.runFor(1);
  await expect(directory.next('Alpha')).toHaveText('Next: Monday 30 November, 7pm');
});

test('a clock that somebody sets is followed once the tab is looked at', async ({ page, site, directory }) => {
  await open(page, site);
  await page.clock.setSystemTime(new Date('2026-11-24T08:00:00Z'));
  await setHidden(page, false);
  await page.clock.runFor(1);
  await expect(directory.next('Gamma')).toHaveText('Today, 7pm');
});

test('a module that dies of it leaves no timer behind, and "Try again" starts one', async ({ page, site, directory }) => {
  const trap = await Trap.prepare(page);
  const timers = await open(page, site);
  await trap.arm();
  await page.clock.runFor(3 * MINUTE);
  await expect(directory.error).toBeVisible();
  await trap.disarm();
  expect([await timers.pending(), await timers.listeners()]).toEqual([0, 0]);
  await directory.tryAgain.click();
  await passFrames(page, directory);
  await directory.expectCount(2);
  await expect(directory.next('Alpha')).toHaveText('Next: Monday 30 November, 7pm');
  expect([await timers.pending(), await timers.listeners()]).toEqual([1, 1]);
});
