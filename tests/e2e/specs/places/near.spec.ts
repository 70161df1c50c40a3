import type { Page } from '@playwright/test';
import type { Directory } from '../../directory';
import { scattered } from '../../fixtures/places';
import { held } from '../../support/answers';
import { embed } from '../../support/markup';
import { painted } from '../../support/paint';
import { expect, test } from '../../support/test';

/** "Town, area or postcode", "Use my location", and what follows from them. */

const NEAR_OXFORD = ['White Horse', 'Two Towns', 'Leeds Lunch', 'Highland Hearts', 'A Book', 'Online Only'];
const TABLE = '/dist/places.txt';

test.beforeEach(async ({ page, site, directory }) => {
  site.list('/groups.json', scattered());
  await page.goto(site.page('/', embed()));
  await directory.ready();
});

const names = (directory: Directory) => directory.host.locator('[part~="card-title"]').allInnerTexts();
const box = (directory: Directory) => directory.host.getByLabel('Town, area or postcode');
const card = (directory: Directory, name: string) => directory.card(name).innerText();

async function type(page: Page, directory: Directory, place: string) {
  await box(directory).fill(place);
  await page.keyboard.press('Enter');
}

test('the nearest come first, then what is online or names no place, under a heading of its own', async ({ page, directory }) => {
  await type(page, directory, 'Oxford');
  await expect.poll(() => names(directory)).toEqual(NEAR_OXFORD);
  const heading = directory.host.getByRole('heading', { name: 'Online, or no place given' });
  await expect(heading).toBeVisible();
  const order = await directory.host.getByRole('heading').allInnerTexts();
  expect(order.slice(order.indexOf('Highland Hearts'), order.indexOf('A Book') + 1)).toEqual([
    'Highland Hearts',
    'Online, or no place given',
    'A Book',
  ]);
  await directory.expectCount(6);
});

test('distances are as exact as what is known: in fives from a town or an area', async ({ page, directory }) => {
  await type(page, directory, 'Oxford');
  await expect.poll(() => card(directory, 'White Horse')).toMatch(/About (25|30) miles away/);
  expect(await card(directory, 'Two Towns')).toMatch(/Northampton: about (35|40) miles away/);
  expect(await card(directory, 'Online Only')).not.toMatch(/away/);
});

test('a postcode is cut to what the table knows, and no part of it is kept or sent', async ({ page, site, directory }) => {
  const before = site.seen.length;
  await type(page, directory, 'ox3 7lj');
  await expect.poll(() => names(directory)).toEqual(NEAR_OXFORD);
  await expect(box(directory)).toHaveValue('OX');
  await expect(directory.chip('near OX')).toBeVisible();
  const asked = site.seen.slice(before);
  expect(asked.map((seen) => seen.path).sort()).toEqual([expect.stringMatching(/^\/dist\/peer-support-directory-later-\w+\.wasm$/), TABLE]);
  expect(JSON.stringify(asked)).not.toMatch(/ox3|7lj/i);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  expect(JSON.stringify(await page.evaluate(() => history.state))).not.toMatch(/ox3|7lj/i);
});

test('nothing of it loads before somebody uses it', async ({ site }) => {
  expect(site.seen.filter((seen) => /later|places/.test(seen.path))).toEqual([]);
});

test('towns are suggested to whoever comes to the box', async ({ directory }) => {
  const suggestions = directory.host.locator('datalist option');
  await expect(suggestions).toHaveCount(0);
  await box(directory).focus();
  await expect.poll(() => suggestions.count()).toBeGreaterThan(300);
  await expect(directory.host.locator('datalist option[value="Abertawe"]')).toHaveCount(1);
});

for (const [typed, message] of [
  ['ZZ9 9ZZ', 'We do not know this postcode. Check it, or type a town.'],
  ['Atlantis', 'We do not know this place, or there are several. Try a larger town nearby, or a postcode.'],
])
  test(`${typed} gets a plain message, and the list stays`, async ({ page, directory }) => {
    const before = await names(directory);
    await type(page, directory, typed);
    await expect(directory.host.locator('p').getByText(message).first()).toBeVisible();
    await expect(box(directory)).toBeFocused();
    await expect(box(directory)).toHaveAccessibleDescription(message);
    await expect(directory.status).toHaveText(message);
    expect(await names(directory)).toEqual(before);
    await type(page, directory, 'Leeds');
    await expect.poll(async () => (await names(directory))[0]).toBe('Leeds Lunch');
    await expect(box(directory)).toHaveAccessibleDescription('');
  });

test('whoever leaves the box with a place that is not known is told, and not called back', async ({ page, directory }) => {
  await box(directory).fill('Atlantis');
  await page.keyboard.press('Tab');
  await expect(directory.status).toHaveText(/We do not know this place/);
  await expect(directory.host.getByRole('button', { name: 'Use my location' })).toBeFocused();
});

test('a distance leaves out what can only be reached from further away', async ({ page, directory }) => {
  const far = directory.host.getByLabel('How far');
  await expect(far).toBeHidden();
  await type(page, directory, 'Oxford');
  await far.selectOption('Within 50 miles');
  await expect.poll(() => names(directory)).toEqual(['White Horse', 'Two Towns', 'A Book', 'Online Only']);
  await expect(directory.chip('within 50 miles of Oxford')).toBeVisible();
  await far.selectOption('Within 10 miles');
  await expect.poll(() => names(directory)).toEqual(['A Book', 'Online Only']);
  await far.selectOption('Any distance');
  await expect.poll(() => names(directory)).toEqual(NEAR_OXFORD);
});

test('the chip, an empty box and Clear all each take the place away', async ({ page, directory }) => {
  const before = await names(directory);
  const away = [
    () => directory.chip('near Oxford').click(),
    () => type(page, directory, ''),
    () => directory.clearAll.click(),
  ];
  for (const takeAway of away) {
    await type(page, directory, 'Oxford');
    await expect.poll(() => names(directory)).toEqual(NEAR_OXFORD);
    await takeAway();
    await expect.poll(() => names(directory)).toEqual(before);
    await expect(box(directory)).toHaveValue('');
    await expect(directory.host.getByRole('heading', { name: 'Online, or no place given' })).toBeHidden();
  }
});

test('Clear all takes an unknown place away too, and what is said of it', async ({ page, directory }) => {
  const message = directory.host.locator('p').filter({ hasText: 'We do not know this place' }).first();
  await directory.choose('How it meets', 'Online');
  await type(page, directory, 'Atlantis');
  await expect(message).toBeVisible();
  await expect(box(directory)).toHaveValue('Atlantis');
  await directory.clearAll.click();
  await expect(message).toBeHidden();
  await expect(box(directory)).toHaveValue('');
});

test('a place that is not known stays in the box, as long as it is said so', async ({ page, directory }) => {
  const message = directory.host.locator('p').filter({ hasText: 'We do not know this place' }).first();
  await type(page, directory, 'Atlantis');
  await expect(message).toBeVisible();
  await directory.choose('How it meets', 'Online');
  await expect(directory.chip('Online')).toBeVisible();
  await expect(message).toBeVisible();
  await expect(box(directory)).toHaveValue('Atlantis');
});

for (const [what, position] of [
  ['found', { coords: { latitude: 57.48, longitude: -4.22 } }],
  ['refused', undefined],
] as const)
  test(`a position that is ${what} after another place was given changes nothing`, async ({ page, directory }) => {
    // The browser asks for permission, which the visitor leaves open.
    await page.evaluate(() => {
      navigator.geolocation.getCurrentPosition = (found, refused) => void Object.assign(window, { found, refused });
    });
    await directory.host.getByRole('button', { name: 'Use my location' }).click();
    await type(page, directory, 'Oxford');
    await expect.poll(() => names(directory)).toEqual(NEAR_OXFORD);
    await directory.search.focus();
    await page.evaluate((position) => {
      const { found, refused } = window as never as Record<'found' | 'refused', (answer: unknown) => void>;
      if (position) found(position);
      else refused({ code: 1 });
    }, position);
    // The table is there already, so what follows from the answer is done before the second frame.
    await painted(page);
    await expect(directory.chip('near Oxford')).toBeVisible();
    expect(await names(directory)).toEqual(NEAR_OXFORD);
    await expect(directory.search).toBeFocused();
    await expect(directory.host.getByText('We could not find where you are').first()).toBeHidden();
  });

test('the visitor’s own position is used and stays here', async ({ page, context, site, directory }) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 51.7521, longitude: -1.2577 });
  const before = site.seen.length;
  await directory.host.getByRole('button', { name: 'Use my location' }).click();
  await expect.poll(() => names(directory)).toEqual(NEAR_OXFORD);
  // From a point to a point, so to the mile.
  await expect.poll(() => card(directory, 'White Horse')).toMatch(/2[5-8] miles away/);
  expect(await card(directory, 'White Horse')).not.toMatch(/about \d/i);
  await expect(directory.chip('near you')).toBeVisible();
  await expect(directory.host.getByText('Your location stays on this device.')).toBeVisible();
  expect(JSON.stringify(site.seen.slice(before))).not.toMatch(/51\.?75|1\.?257/);
  expect(page.url()).toBe(site.url + '/');
});

test('a permission refused is said, and nobody is moved', async ({ directory }) => {
  const here = directory.host.getByRole('button', { name: 'Use my location' });
  await here.click();
  const message = 'We could not find where you are. Type a town, area or postcode.';
  await expect(directory.host.locator('p').getByText(message).first()).toBeVisible();
  await expect(directory.status).toHaveText(message);
  await expect(here).toBeFocused();
});

test('where the table cannot be had, a message says so, and the next try works', async ({ page, site, directory, calm }) => {
  calm.allowFailedRequests();
  site.answer(TABLE, (_, response) => response.writeHead(404).end());
  await type(page, directory, 'Oxford');
  await expect(directory.status).toHaveText('Sorry, we cannot look up places right now. Try again later.');
  site.answer(TABLE);
  await type(page, directory, 'Oxford');
  await expect.poll(() => names(directory)).toEqual(NEAR_OXFORD);
});

test('Back brings the place back, and a copied link does not hold it', async ({ page, context, site, directory }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await type(page, directory, 'Oxford');
  await directory.host.getByLabel('How far').selectOption('50');
  await directory.copyLink.click();
  await expect(directory.status).toHaveText(/Link copied/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toMatch(/oxford|near/i);
  site.page('/elsewhere', '<h1>Elsewhere</h1>');
  await page.goto(`${site.url}/elsewhere`);
  await page.goBack();
  await directory.ready();
  await expect.poll(() => names(directory)).toEqual(['White Horse', 'Two Towns', 'A Book', 'Online Only']);
  await expect(box(directory)).toHaveValue('Oxford');
  await expect(directory.host.getByLabel('How far')).toHaveValue('50');
});

test('a page that restricts the place, or leaves out its filter, has no box', async ({ page, site, directory }) => {
  for (const [name, value] of [['only-place', 'Leeds'], ['filters', 'format day']]) {
    await page.goto(site.page('/other', embed({ [name]: value })));
    await directory.ready();
    await expect(box(directory)).toHaveCount(0);
  }
});

test('by keyboard alone: the box, the position, the distance and the map follow each other', async ({ page, directory }) => {
  await type(page, directory, 'Oxford');
  await expect.poll(() => names(directory)).toEqual(NEAR_OXFORD);
  await expect(box(directory)).toBeFocused();
  for (const next of [
    directory.host.getByRole('button', { name: 'Use my location' }),
    directory.host.getByLabel('How far'),
    directory.host.getByRole('button', { name: 'Choose on a map' }),
  ]) {
    await page.keyboard.press('Tab');
    await expect(next).toBeFocused();
  }
});

for (const [what, take] of [
  ['the box is emptied', (page: Page, directory: Directory) => type(page, directory, '')],
  ['all is cleared', async (_: Page, directory: Directory) => {
    await directory.choose('How it meets', 'Online');
    await directory.clearAll.click();
  }],
] as const)
  test(`a place that comes after ${what} is not taken`, async ({ page, site, directory }) => {
    const table = site.dist.answer('places.txt');
    const late = held(table);
    site.answer(TABLE, late.answer);
    await type(page, directory, 'Oxford');
    await expect.poll(() => site.requests(TABLE).length).toBe(1);
    await take(page, directory);
    late.release();
    // Where the venues are is known all the same, and tells that the answer is there.
    await directory.host.getByRole('button', { name: 'Choose on a map' }).click();
    await expect(directory.host.getByRole('button', { name: /^South East/ })).toBeVisible();
    await expect(directory.chips).toHaveCount(0);
    await expect(box(directory)).toHaveValue('');
  });

test('a position that comes after the box was emptied is not taken', async ({ page, directory }) => {
  await page.evaluate(() => {
    navigator.geolocation.getCurrentPosition = (found) => void Object.assign(window, { found });
  });
  await directory.host.getByRole('button', { name: 'Use my location' }).click();
  await type(page, directory, '');
  await page.evaluate(() => (window as never as { found: (answer: unknown) => void }).found({ coords: { latitude: 57.48, longitude: -4.22 } }));
  await painted(page);
  await expect(directory.chips).toHaveCount(0);
});

test('with a place, an attribute that changes leaves as many cards as there were', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed({ 'page-size': 2 })));
  await directory.ready();
  await type(page, directory, 'Oxford');
  await expect(directory.chip('near Oxford')).toBeVisible();
  await directory.showMore.click();
  await expect(directory.cards).toHaveCount(4);
  await directory.host.evaluate((host) => host.setAttribute('label', 'Near you'));
  await expect(directory.title).toHaveText('Near you');
  await expect(directory.chip('near Oxford')).toBeVisible();
  await expect(directory.cards).toHaveCount(4);
  expect(await names(directory)).toEqual(NEAR_OXFORD.slice(0, 4));
});

test('a second place that is not known is told too', async ({ page, directory }) => {
  await type(page, directory, 'Atlantis');
  await expect(directory.status).toHaveText(/^We do not know this place/);
  const told = await directory.status.evaluateHandle((status) => {
    const told: string[] = [];
    new MutationObserver(() => told.push(status.textContent!)).observe(status, { childList: true, characterData: true, subtree: true });
    return told;
  });
  await type(page, directory, 'Lyonesse');
  await expect.poll(async () => (await told.jsonValue()).filter((words) => words.startsWith('We do not know this place')).length).toBe(1);
});
