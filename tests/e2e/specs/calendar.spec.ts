import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Directory } from '../directory';
import { meetings, SCHEDULES } from '../fixtures/calendars';
import { status } from '../support/answers';
import { charity, directories } from '../support/charity';
import { element, script, SCRIPT } from '../support/markup';
import { CalendarFile, expected } from '../support/occurrences';
import { painted } from '../support/paint';
import { expect, test, type Site } from '../support/test';

/** "Add to calendar": what the file says is when the meetings are, and nobody hears of it. */

const NOW = new Date('2026-11-22T12:00:00Z');
/** Two years, with every change of the clocks in them. */
const [FROM, TO] = ['2026-11-22', '2028-11-22'];

const later = (site: Site) => `/dist/${site.dist.laterName}`;

test.beforeEach(async ({ page, site }) => {
  await page.clock.setFixedTime(NOW);
  site.list('/groups.json', meetings(site.url));
});

const show = async (page: Page, site: Site, directory: Directory) => {
  await page.goto(site.page('/', charity(directories(1, { 'page-size': 50 }))));
  await directory.ready();
};

const button = (directory: Directory, name: string) => directory.host.getByRole('button', { name: `Add to calendar ${name}`, exact: true });
const fileLink = (directory: Directory, name: string) => directory.link(`Calendar file of ${name}, for Apple, Outlook and others`);

async function download(page: Page, directory: Directory, name: string) {
  const [file] = await Promise.all([page.waitForEvent('download'), fileLink(directory, name).click()]);
  return file;
}

test('every file has the occurrences of its schedule, and no other, over two years', async ({ page, site, directory }) => {
  test.setTimeout(90_000);
  await show(page, site, directory);
  for (const [name, schedule] of Object.entries(SCHEDULES)) {
    await button(directory, name).click();
    const file = await download(page, directory, name);
    expect(file.suggestedFilename()).toBe(`${name.toLowerCase().replaceAll(' ', '-')}.ics`);
    const calendar = await CalendarFile.of(file);
    const held = expected(schedule, FROM, TO);
    expect(held.length, name).toBeGreaterThan(2);
    expect(calendar.occurrences(FROM, TO), `${name}\n${calendar.text}`).toEqual(held);
  }
});

test('the file says what it is, on lines that no program is too old for', async ({ page, site, directory }) => {
  await show(page, site, directory);
  await button(directory, 'Weekly').click();
  const { text, events } = await CalendarFile.of(await download(page, directory, 'Weekly'));
  const [event] = events;
  expect(event.uid).toBe('weekly-0@peer-support-directory.invalid');
  expect(event.summary).toBe('Weekly');
  expect(event.location).toBe('The Hall, 1 Long Street, Oxford OX1 1AA');
  const summary = 'Tea, talk; and cake \\ biscuits, with as much time for every one as anybody could wish for: das ist schön.';
  expect(event.description).toBe(`${summary}\n\nhttps://weekly.example/?a=b&c=d`);
  expect(event.component.getFirstPropertyValue('url')).toBe('https://weekly.example/?a=b&c=d');
  expect(text).toContain('DTSTAMP:20261122T120000Z\r\n');
  expect(text).not.toContain('VALARM');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('a meeting keeps its id from one day to another', async ({ page, site, directory }) => {
  const ids = [];
  for (const day of ['2026-11-22', '2027-04-01']) {
    await page.clock.setFixedTime(new Date(`${day}T12:00:00Z`));
    await show(page, site, directory);
    await button(directory, 'Third Wednesday').click();
    const { events } = await CalendarFile.of(await download(page, directory, 'Third Wednesday'));
    ids.push(events.map((event) => event.uid));
  }
  expect(ids[0]).toEqual(ids[1]);
});

test('the links carry the meeting, and the two sites hear nothing before one is used', async ({ page, site, directory }) => {
  await show(page, site, directory);
  await button(directory, 'New York').click();
  const google = new URL((await directory.link('New York in Google Calendar').getAttribute('href'))!);
  expect(google.origin + google.pathname).toBe('https://calendar.google.com/calendar/render');
  expect(Object.fromEntries(google.searchParams)).toMatchObject({
    action: 'TEMPLATE', text: 'New York', dates: '20261122T090000/20261122T100000', ctz: 'America/New_York',
    recur: 'RRULE:FREQ=WEEKLY;BYDAY=SU', location: 'The Hall, 1 Long Street, Oxford OX1 1AA',
  });
  const outlook = new URL((await directory.link('New York in Outlook.com (next meeting only)').getAttribute('href'))!);
  expect(outlook.origin + outlook.pathname).toBe('https://outlook.live.com/calendar/0/deeplink/compose');
  expect(Object.fromEntries(outlook.searchParams)).toMatchObject({
    subject: 'New York', startdt: '2026-11-22T14:00:00Z', enddt: '2026-11-22T15:00:00Z', rru: 'addevent',
  });
  for (const link of await directory.link(/^New York in /).all()) {
    await expect(link).toHaveAttribute('target', '_top');
    await expect(link).toHaveAttribute('referrerpolicy', 'no-referrer');
  }
  await directory.link('New York in Google Calendar').hover();
  // What another site would have heard fails the test when it ends.
});

test('nothing is loaded before somebody asks, and then once', async ({ page, site, directory }) => {
  await show(page, site, directory);
  expect(site.requests(later(site))).toHaveLength(0);
  for (const name of ['Weekly', 'No Times']) {
    await button(directory, name).click();
    await expect(fileLink(directory, name)).toBeVisible();
  }
  expect(site.requests(later(site))).toHaveLength(1);
});

test('where it cannot be loaded, it says so and can be tried again', async ({ page, site, directory, calm }) => {
  calm.allowFailedRequests();
  await show(page, site, directory);
  const sorry = directory.cards.getByText('Sorry, the calendar could not be loaded.');
  const add = button(directory, 'Weekly');
  site.answer(later(site), status(404));
  for (const _ of [1, 2]) {
    await add.click();
    await expect(sorry).toBeVisible();
    await expect(directory.status).toHaveText(/^Sorry, the calendar could not be loaded\./);
    await expect(add).toHaveAttribute('aria-expanded', 'false');
  }
  site.answer(later(site), site.dist.answer(site.dist.laterName));
  await add.click();
  await expect(fileLink(directory, 'Weekly')).toBeVisible();
  await expect(sorry).toHaveCount(0);
});

test('what comes after it was closed again opens nothing', async ({ page, site, directory }) => {
  await show(page, site, directory);
  await page.route('**' + later(site), async (route) => {
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  const add = button(directory, 'Weekly');
  await add.click();
  const loaded = page.waitForResponse('**' + later(site));
  await add.click();
  await loaded;
  await painted(page);
  await expect(add).toHaveAttribute('aria-expanded', 'false');
  await expect(fileLink(directory, 'Weekly')).toBeHidden();
});

test('where a group has several meetings, each button says which', async ({ page, site, directory }) => {
  await show(page, site, directory);
  const names = await directory.card('Several Ways').getByRole('button', { name: /^Add / }).allInnerTexts();
  expect(names.map((name) => name.replace(/\s+/g, ' '))).toEqual([
    'Add to calendar: Online Several Ways',
    'Add to calendar: In person in Leeds and Hull Several Ways',
    'Add to calendar: In person in Hull Several Ways',
  ]);
  await expect(directory.card('Paused').getByRole('button', { name: /^Add / })).toHaveCount(0);
});

test('by keyboard alone', async ({ page, site, directory }) => {
  await show(page, site, directory);
  await button(directory, 'No End').focus();
  await page.keyboard.press('Enter');
  await expect(fileLink(directory, 'No End')).toBeVisible();
  await page.keyboard.press('Tab');
  expect(await directory.focused()).toBe('a: Calendar file of No End, for Apple, Outlook and others');
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toBe('no-end.ics');
  await page.keyboard.press('Tab');
  expect(await directory.focused()).toBe('a: No End in Google Calendar');
  await page.keyboard.press('Tab');
  expect(await directory.focused()).toBe('a: No End in Outlook.com (next meeting only)');
  await button(directory, 'No End').focus();
  await page.keyboard.press('Space');
  await expect(fileLink(directory, 'No End')).toBeHidden();
});

test('the page hears that a calendar link was used', async ({ page, site, directory, events }) => {
  await show(page, site, directory);
  await button(directory, 'Weekly').click();
  await download(page, directory, 'Weekly');
  expect(await events.of('psd-follow')).toEqual([expect.objectContaining({ detail: { kind: 'calendar' } })]);
});

test('the strictest policy lets the file through', async ({ page, site, directory }) => {
  const policy =
    `default-src 'none'; script-src ${site.other.url} 'wasm-unsafe-eval'; connect-src ${site.other.url} ${site.url}; ` +
    `require-trusted-types-for 'script'; trusted-types 'none'`;
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.defineProperty(window, Symbol.for('violations'), { value: violations });
    document.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  const html = script({ src: site.other.url + SCRIPT }) + element({ list: '/groups.json' });
  await page.goto(site.page('/', html, { 'content-security-policy': policy }));
  await directory.ready();
  await directory.search.fill('weekly');
  // What is typed counts after a pause: the card moves up then.
  await directory.expectCount(1);
  await button(directory, 'Weekly').click();
  const { events } = await CalendarFile.of(await download(page, directory, 'Weekly'));
  expect(events).toHaveLength(1);
  expect(await page.evaluate(() => (window as never)[Symbol.for('violations')] as string[])).toEqual([]);
});

test('axe finds nothing on it', async ({ page, site, directory }) => {
  await show(page, site, directory);
  for (const name of ['Weekly', 'No Times']) {
    await button(directory, name).click();
    await expect(fileLink(directory, name)).toBeVisible();
  }
  const results = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect([...results.violations, ...results.incomplete].map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target)}`)).toEqual([]);
});
