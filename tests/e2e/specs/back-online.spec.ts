import type { Page } from '@playwright/test';
import { small } from '../fixtures/lists';
import { cut, hang, held, json, status } from '../support/answers';
import type { Events } from '../support/events';
import { openOutdated } from '../support/kept';
import { element, embed, script } from '../support/markup';
import { expect, test, type Site } from '../support/test';
import { passTime } from '../support/time';
import { modulePath } from '../support/wasm';

/** A directory whose list the network kept from it tries again by itself when the browser is back online. */

const backOnline = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('online')));
const requests = (site: Site) => expect.poll(() => site.requests('/groups.json').length);

/** Opens a page and waits until its list has failed. */
async function openFailed(page: Page, site: Site, events: Events, fault = hang(), body = embed()) {
  site.answer('/groups.json', fault);
  await page.goto(site.page('/', body));
  await passTime(page, async () => (await events.of('psd-error')).length);
}

test.beforeEach(async ({ page, calm }) => {
  calm.allowFailedRequests();
  await page.clock.install();
});

for (const [code, fault] of [['network', cut()], ['timeout', hang()]] as const)
  test(`after "${code}" the list comes by itself, and neither focus nor page moves`, async ({ page, site, directory, events }) => {
    const tall = '<p style="height: 2000px"></p>';
    await openFailed(page, site, events, fault, `${tall}<a href="/a">Ours</a>${embed()}${tall}`);
    expect((await events.detail('psd-error')).code).toBe(code);
    await page.getByRole('link', { name: 'Ours' }).focus();
    const top = await page.evaluate(() => scrollY);
    const list = held(json(small(site.url)));
    site.answer('/groups.json', list.answer);
    const before = site.requests('/groups.json').length;
    await backOnline(page);
    await requests(site).toBe(before + 1);
    // The message stays until there is something better.
    await expect(directory.error).toBeVisible();
    await expect(directory.tryAgain).toBeEnabled();
    list.release();
    await directory.expectCount(10);
    await expect(directory.error).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Ours' })).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(top);
    expect(await events.of('psd-error')).toHaveLength(1);
    expect(await events.of('psd-ready')).toHaveLength(1);
  });

test('after a module that the network kept from it, too', async ({ page, site, directory, events }) => {
  site.answer(modulePath(site), cut());
  await openFailed(page, site, events, json(small(site.url)));
  expect((await events.detail('psd-error')).code).toBe('wasm');
  site.answer(modulePath(site));
  await backOnline(page);
  await directory.expectCount(10);
  expect(await events.of('psd-ready')).toHaveLength(1);
});

test('focus that was on Try again goes to the title', async ({ page, site, directory, events }) => {
  await openFailed(page, site, events);
  await directory.tryAgain.focus();
  site.list('/groups.json', small(site.url));
  await backOnline(page);
  await directory.expectCount(10);
  await expect(directory.title).toBeFocused();
});

test('each time it is online it tries once; what fails once more says nothing new', async ({ page, site, directory, events }) => {
  await openFailed(page, site, events);
  const message = await directory.error.elementHandle();
  for (const time of [1, 2]) {
    await backOnline(page);
    await backOnline(page);
    // Three tries, as ever.
    await passTime(page, () => site.requests('/groups.json').length === 3 + 3 * time);
    await page.clock.runFor(60_000);
    expect(site.requests('/groups.json')).toHaveLength(3 + 3 * time);
  }
  await expect(directory.error).toHaveCount(1);
  expect(await message!.evaluate((sentence) => sentence.isConnected), 'a message that stands again is said again').toBe(true);
  expect(await events.of('psd-error')).toHaveLength(1);
  site.list('/groups.json', small(site.url));
  await backOnline(page);
  await directory.expectCount(10);
});

for (const [name, fault] of [['a status', status(404)], ['no list', json('nonsense')]] as const)
  test(`${name} is not the network's: nothing is tried`, async ({ page, site, directory, events }) => {
    await openFailed(page, site, events, fault);
    await backOnline(page);
    await page.clock.runFor(60_000);
    await expect(directory.error).toBeVisible();
    expect(site.requests('/groups.json')).toHaveLength(1);
  });

test('one that shows its list, one that is gone: nothing is tried', async ({ page, site, directory, events }) => {
  site.list('/others.json', small(site.url));
  await openFailed(page, site, events, hang(), script() + element({ list: '/groups.json' }) + element({ list: '/others.json' }));
  await directory.nth(1).expectCount(10);
  await directory.host.evaluate((host) => host.remove());
  await backOnline(page);
  await page.clock.runFor(60_000);
  expect(site.requests('/groups.json')).toHaveLength(3);
  expect(site.requests('/others.json')).toHaveLength(1);
});

test('Try again pressed meanwhile says so, and is the one that counts', async ({ page, site, directory, events }) => {
  await openFailed(page, site, events);
  site.answer('/groups.json', hang());
  await backOnline(page);
  await requests(site).toBe(4);
  site.list('/groups.json', small(site.url));
  await directory.tryAgain.click();
  await expect.poll(() => site.requests('/groups.json')[3].dropped).toBe(true);
  await directory.expectCount(10);
  await expect(directory.title).toBeFocused();
  expect(site.requests('/groups.json')).toHaveLength(5);
});

test('Try again that has gone, pressed by a script, does nothing', async ({ page, site, directory, events }) => {
  await openFailed(page, site, events);
  const gone = (await directory.tryAgain.elementHandle())!;
  site.list('/groups.json', small(site.url));
  await backOnline(page);
  await directory.expectCount(10);
  await gone.evaluate((button) => (button as HTMLElement).click());
  await directory.expectCount(10);
  expect(site.requests('/groups.json')).toHaveLength(4);
});

test('two directories of one list ask for it once', async ({ page, site, directory, events }) => {
  await openFailed(page, site, events, hang(), script() + element({ list: '/groups.json' }).repeat(2));
  site.list('/groups.json', small(site.url));
  await backOnline(page);
  await directory.expectCount(10);
  await directory.nth(1).expectCount(10);
  expect(site.requests('/groups.json')).toHaveLength(4);
});

test('a browser that was offline indeed', async ({ page, site, directory, events, context }) => {
  site.list('/groups.json', small(site.url));
  await page.goto(site.page('/', script()));
  await context.setOffline(true);
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), element({ list: '/groups.json' }));
  await passTime(page, async () => (await events.of('psd-error')).length);
  await expect(directory.error).toBeVisible();
  await context.setOffline(false);
  await passTime(page, () => directory.tryAgain.isHidden());
  await directory.expectCount(10);
});

test.describe('above a kept list', () => {
  const body = `<a href="/a">Ours</a>${embed({ keep: '7d' })}`;

  test('the newest comes by itself, and the line goes', async ({ page, site, directory, events }) => {
    await openOutdated(page, site, small(site.url), body, cut());
    await passTime(page, async () => (await events.of('psd-error')).length);
    await expect(directory.outdated).toBeVisible();
    await directory.choose('Day', 'Monday');
    site.list('/groups.json', { ...small(site.url), title: 'Newer groups' });
    await backOnline(page);
    // Until it shows, both stand, one of them hidden.
    await expect(directory.host.getByRole('heading', { name: 'Newer groups' })).toBeVisible();
    await expect(directory.outdated).toHaveCount(0);
    await expect(directory.option('Day', 'Monday')).toBeFocused();
    await directory.expectCount(2);
  });

  test('back online while Try again is under way, nothing more is asked for', async ({ page, site, directory, events }) => {
    await openOutdated(page, site, small(site.url), body, cut());
    await passTime(page, async () => (await events.of('psd-error')).length);
    const before = site.requests('/groups.json').length;
    const list = held(json(small(site.url)));
    site.answer('/groups.json', list.answer);
    await directory.tryAgain.click();
    await requests(site).toBe(before + 1);
    await backOnline(page);
    list.release();
    await expect(directory.outdated).toHaveCount(0);
    expect(site.requests('/groups.json')).toHaveLength(before + 1);
  });

  test('what fails once more says nothing new; Try again pressed meanwhile counts', async ({ page, site, directory, events }) => {
    await openOutdated(page, site, small(site.url), body, hang());
    await passTime(page, async () => (await events.of('psd-error')).length);
    const line = await directory.outdated.elementHandle();
    const before = site.requests('/groups.json').length;
    await backOnline(page);
    await passTime(page, () => site.requests('/groups.json').length === before + 3);
    await page.clock.runFor(60_000);
    expect(await line!.evaluate((sentence) => sentence.isConnected)).toBe(true);
    expect(await events.of('psd-error')).toHaveLength(1);

    site.answer('/groups.json', hang());
    await backOnline(page);
    await requests(site).toBe(before + 4);
    site.list('/groups.json', small(site.url));
    await directory.tryAgain.click();
    await expect(directory.outdated).toHaveCount(0);
    await expect(directory.title).toBeFocused();
    expect(site.requests('/groups.json')).toHaveLength(before + 5);
    expect(site.requests('/groups.json').at(-2)!.dropped).toBe(true);
    // It shows what is newest, so there is nothing left to try.
    await backOnline(page);
    await page.clock.runFor(60_000);
    expect(site.requests('/groups.json')).toHaveLength(before + 5);
  });
});
