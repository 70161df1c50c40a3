import type { Page } from '@playwright/test';
import type { Directory } from '../../directory';
import { plain, small } from '../../fixtures/lists';
import { bytes, held, json } from '../../support/answers';
import { expectMessage, test } from '../../support/faults';
import { openHostPage } from '../../support/host-page';
import { element } from '../../support/markup';
import { expect } from '../../support/test';
import { Trap } from '../../support/trap';
import { growingBy, serveModule } from '../../support/wasm';

/**
 * "No exception escapes." "One trap marks that instance of the module dead, unmounts what it held, and the next
 * mount loads a new one."
 */

const STOPPED = { code: 'wasm', message: 'the WebAssembly module stopped after an error' };
const LIST = element({ list: '/groups.json' });

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

const provoked: [where: string, provoke: (page: Page, directory: Directory) => Promise<unknown>][] = [
  ['in a handler', (_, directory) => directory.option('Day', 'Monday').click()],
  ['in a timer, which nobody called', async (page, directory) => {
    await directory.search.pressSequentially('mondays');
    await page.clock.runFor(3_000);
  }],
  ['when the page changes an attribute', (_, directory) => directory.host.evaluate((host) => host.setAttribute('page-size', '3'))],
];

for (const [where, provoke] of provoked)
  test(`a trap ${where}: the message, psd-error "wasm", and Try again loads a new instance`, async ({ page, site, directory, events, host }) => {
    await page.clock.install();
    const trap = await Trap.prepare(page);
    await openHostPage({ page, site });
    await directory.ready();
    await trap.arm();
    await provoke(page, directory);
    expect(await events.detail('psd-error')).toEqual(STOPPED);
    await expectMessage(directory);
    await page.clock.runFor(60_000);
    expect(await events.of('psd-error'), 'it fires once').toHaveLength(1);
    await trap.disarm();
    await directory.host.evaluate((one) => one.removeAttribute('page-size'));
    await directory.tryAgain.click();
    await directory.expectCount(10);
    await directory.search.fill('');
    await directory.choose('Day', 'Monday');
    await directory.expectCount(2);
    expect(await events.of('psd-error')).toHaveLength(1);
    await host.expectUntouched();
    await host.expectAlive();
  });

test('a search that the memory cannot take in: the message, and Try again', async ({ page, site, directory, events, host }) => {
  serveModule(site, growingBy(12));
  await openHostPage({ page, site });
  await directory.ready();
  await directory.search.evaluate((input: HTMLInputElement) => {
    input.value = 'x'.repeat(1_000_000);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(await events.detail('psd-error')).toEqual(STOPPED);
  await expectMessage(directory);
  await directory.tryAgain.click();
  await directory.expectCount(10);
  expect(await events.of('psd-error')).toHaveLength(1);
  await host.expectUntouched();
  await host.expectAlive();
});

test('a trap in the second module: its own message, and the directory and the next try work', async ({ page, site, directory, events, host }) => {
  const table = site.dist.file('places.txt').toString();
  serveModule(site, growingBy(4), site.dist.laterName);
  await openHostPage({ page, site });
  await directory.ready();
  // Its memory takes the table that ships, and not one with a line that is as long as this.
  site.answer('/dist/places.txt', bytes(`${table}# ${'x'.repeat(900_000)}\n`, 'text/plain'));
  const place = directory.host.getByLabel('Town, area or postcode');
  await place.fill('Oxford');
  await place.press('Enter');
  await expect(directory.status).toHaveText('Sorry, we cannot look up places right now. Try again later.');
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  expect(await events.of('psd-error')).toEqual([]);
  site.answer('/dist/places.txt', bytes(table, 'text/plain'));
  await place.fill('Oxford');
  await place.press('Enter');
  await expect(directory.chip('near Oxford')).toBeVisible();
  await host.expectUntouched();
  await host.expectAlive();
});

for (const [what, selector] of [
  ['before anything is there', undefined],
  ['after the title is there', '[part~=title]'],
  ['after the first card is there', '.card'],
] as const)
  test(`a trap while mounting, ${what}: the message, and Try again`, async ({ page, site, directory, events, host }) => {
    const trap = await Trap.prepare(page, !selector);
    if (selector) await trap.armAt(selector);
    await openHostPage({ page, site });
    expect(await events.detail('psd-error')).toEqual(STOPPED);
    await expectMessage(directory);
    await trap.disarm();
    await directory.tryAgain.click();
    await directory.expectCount(10);
    expect((await events.all()).map(({ name }) => name)).toEqual(['psd-error', 'psd-ready']);
    await host.expectUntouched();
    await host.expectAlive();
  });

test('a trap while it leaves the page: the page sees and hears nothing, and the next one works', async ({ page, site, directory, host }) => {
  const trap = await Trap.prepare(page);
  await openHostPage({ page, site });
  await directory.ready();
  await trap.arm();
  const heard = await directory.host.evaluate(async (one) => {
    const heard: string[] = [];
    one.addEventListener('psd-error', ({ type }) => heard.push(type));
    one.remove();
    await new Promise((later) => setTimeout(later));
    return heard;
  });
  expect(heard).toEqual([]);
  await trap.disarm();
  await page.evaluate((html) => document.querySelector('main')!.insertAdjacentHTML('beforeend', html), LIST);
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  await host.expectUntouched();
  await host.expectAlive();
});

test('after a trap, the next one that is mounted works, beside the message', async ({ page, site, directory, events, host }) => {
  const trap = await Trap.prepare(page);
  await openHostPage({ page, site });
  await directory.ready();
  await trap.arm();
  await directory.option('Day', 'Monday').click();
  await events.detail('psd-error');
  await trap.disarm();
  await page.evaluate((html) => document.querySelector('main')!.insertAdjacentHTML('beforeend', html), LIST);
  const next = await directory.nth(1).ready();
  await next.choose('Day', 'Monday');
  await next.expectCount(2);
  await expect(directory.tryAgain).toBeVisible();
  await next.host.evaluate((one) => one.remove());
  await host.expectUntouched();
});

test('a directory whose list comes after a trap in another one loads a new instance', async ({ page, site, directory, events, host }) => {
  const trap = await Trap.prepare(page);
  const late = held(json(plain(['Late Group', 'And Another'])));
  site.answer('/late.json', late.answer);
  await openHostPage({ page, site }, { directories: LIST + element({ list: '/late.json' }) });
  await directory.ready();
  await trap.arm();
  await directory.option('Day', 'Monday').click();
  await events.detail('psd-error');
  await trap.disarm();
  late.release();
  const second = await directory.nth(1).ready();
  await second.search.fill('another');
  await second.expectCount(1);
  expect((await events.all()).map(({ name }) => name)).toEqual(['psd-ready', 'psd-error', 'psd-ready', 'psd-results']);
  await host.expectUntouched();
  await host.expectAlive();
});

test('every directory of the dead instance says so, and each comes back', async ({ page, site, directory, events, host }) => {
  const trap = await Trap.prepare(page);
  site.list('/others.json', plain(['Other Group', 'And Another']));
  await openHostPage({ page, site }, { directories: LIST + element({ list: '/others.json' }) });
  const second = await directory.nth(1).ready();
  await directory.ready();
  await trap.arm();
  await directory.option('Day', 'Monday').click();
  await expect.poll(async () => (await events.of('psd-error')).map(({ detail }) => detail)).toEqual([STOPPED, STOPPED]);
  await trap.disarm();
  await second.tryAgain.click();
  await second.ready();
  await second.search.fill('another');
  await second.expectCount(1);
  await directory.tryAgain.click();
  await directory.expectCount(10);
  await host.expectUntouched();
  await host.expectAlive();
});
