import { plain, small } from '../fixtures/lists';
import { element, embed, script } from '../support/markup';
import { expect, test } from '../support/test';
import { Trap } from '../support/trap';

/**
 * "No exception escapes." "One trap marks that instance of the module dead, unmounts what it held, and the next
 * mount loads a new one."
 */

let trap: Trap;
test.beforeEach(async ({ page, site }) => {
  site.list('/groups.json', small(site.url));
  trap = await Trap.prepare(page);
});

test('a trap in a handler: the message, psd-error "wasm", and the page sees nothing', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await trap.arm();
  await directory.option('Day', 'Monday').click();
  expect((await events.detail('psd-error')).code).toBe('wasm');
  await expect(directory.error).toBeVisible();
  await expect(directory.tryAgain).toBeVisible();
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  await expect(directory.cards, 'what the dead instance held is gone').toHaveCount(0);
  expect(await trap.heard()).toEqual([]);
  expect(await events.of('psd-error')).toHaveLength(1);
});

test('after a trap, Try again loads a new instance', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await trap.arm();
  await directory.option('Day', 'Monday').click();
  await events.detail('psd-error');
  await trap.disarm();
  await directory.tryAgain.click();
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  expect(await trap.heard()).toEqual([]);
});

test('after a trap, the next mount works', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await trap.arm();
  await directory.option('Day', 'Monday').click();
  await events.detail('psd-error');
  await trap.disarm();
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), element({ list: '/groups.json', label: 'Next' }));
  const next = await directory.nth(1).ready();
  await next.choose('Day', 'Monday');
  await next.expectCount(2);
  await directory.host.evaluate((host) => host.remove());
  expect(await trap.heard()).toEqual([]);
});

test('a trap while mounting: the fallback stays, and the page sees nothing', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', script()));
  await trap.arm();
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), element({ list: '/groups.json' }));
  expect((await events.detail('psd-error')).code).toBe('wasm');
  await expect(directory.error).toBeVisible();
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  expect(await trap.heard()).toEqual([]);
});

test('a trap in a timer, which nobody called', async ({ page, site, directory, events }) => {
  await page.clock.install();
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await directory.search.pressSequentially('mondays');
  await trap.arm();
  await page.clock.runFor(3_000);
  expect((await events.detail('psd-error')).code).toBe('wasm');
  await expect(directory.tryAgain).toBeVisible();
  expect(await trap.heard()).toEqual([]);
});

test('a trap when the page changes an attribute', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await trap.arm();
  await directory.host.evaluate((host) => host.setAttribute('page-size', '3'));
  expect((await events.detail('psd-error')).code).toBe('wasm');
  await expect(directory.tryAgain).toBeVisible();
  expect(await trap.heard()).toEqual([]);
});

test('a trap while it leaves the page: the page sees nothing, and the next one works', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed() + '<p id="end">End</p>'));
  await directory.ready();
  await trap.arm();
  await directory.host.evaluate(async (host) => {
    host.remove();
    await new Promise((later) => setTimeout(later));
  });
  await trap.disarm();
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), element({ list: '/groups.json' }));
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  expect(await trap.heard()).toEqual([]);
});

test('every directory of the dead instance says so, and each comes back', async ({ page, site, directory, events }) => {
  site.list('/others.json', plain(['Other Group', 'And Another']));
  await page.goto(site.page('/', script() + element({ list: '/groups.json' }) + element({ list: '/others.json' })));
  const second = await directory.nth(1).ready();
  await directory.ready();
  await trap.arm();
  await directory.option('Day', 'Monday').click();
  await events.detail('psd-error');
  await trap.disarm();
  // Either the other one lived in its own instance and still works, or it is told to try again. Never a dead form.
  await expect(second.tryAgain.or(second.resultsHeading)).toBeVisible();
  if (await second.tryAgain.isVisible()) await second.tryAgain.click();
  await second.ready();
  await second.search.fill('another');
  await second.expectCount(1);
  await directory.tryAgain.click();
  await directory.expectCount(10);
  expect(await trap.heard()).toEqual([]);
});
