import AxeBuilder from '@axe-core/playwright';
import { scattered } from '../../fixtures/places';
import { charity, directories } from '../../support/charity';
import { embed } from '../../support/markup';
import { expect, test } from '../../support/test';

/** The map of the UK's nations and regions, and links to maps of venues. */

const COUNTS = {
  Scotland: 1,
  'North East': 0,
  'Northern Ireland': 0,
  'North West': 0,
  Yorkshire: 1,
  Wales: 0,
  'West Midlands': 0,
  'East Midlands': 1,
  'South West': 1,
  London: 1,
  East: 0,
  'South East': 0,
};

test.beforeEach(({ site }) => void site.list('/groups.json', scattered()));

test.describe('the map', () => {
  test.beforeEach(async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed()));
    await directory.ready();
    await directory.host.getByRole('button', { name: 'Choose on a map' }).click();
  });

  test('is a list of twelve buttons with their names and counts', async ({ directory }) => {
    const tiles = directory.host.getByRole('group', { name: 'Town or area' }).getByRole('listitem').getByRole('button');
    const expected = Object.entries(COUNTS).map(([name, count]) => `${name} (${count})`);
    await expect.poll(async () => (await tiles.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual(expected);
  });

  test('filters by what is pressed, which shows without colour', async ({ directory }) => {
    const tile = (name: string) => directory.host.getByRole('button', { name: new RegExp(`^${name}\\s*\\(`) });
    await expect(tile('London')).toHaveText(/1/);
    await tile('London').click();
    await directory.expectCount(1);
    await expect(directory.card('Two Towns')).toBeVisible();
    await expect(tile('London')).toHaveAttribute('aria-pressed', 'true');
    const width = (name: string) => tile(name).evaluate((button) => getComputedStyle(button).borderTopWidth);
    expect(await width('London')).not.toBe(await width('Scotland'));
    await tile('Scotland').click();
    await directory.expectCount(2);
    await directory.chip('London').click();
    await expect(tile('London')).toHaveAttribute('aria-pressed', 'false');
    await directory.expectCount(1);
  });

  test('lies as on a map: each part of the UK is where its neighbours say', async ({ directory }) => {
    const tile = (name: string) => directory.host.getByRole('button', { name: new RegExp(`^${name}\\s*\\(`) }).boundingBox();
    const is = async (one: string, where: 'north' | 'west', of: string) => {
      const [a, b] = [await tile(one), await tile(of)];
      const lies = where === 'north' ? a!.y + a!.height <= b!.y : a!.x + a!.width <= b!.x;
      expect(lies, `${one} is ${where} of ${of}`).toBe(true);
    };
    await is('Scotland', 'north', 'North West');
    await is('North East', 'north', 'Yorkshire');
    await is('Yorkshire', 'north', 'East Midlands');
    await is('West Midlands', 'north', 'London');
    await is('Northern Ireland', 'west', 'North West');
    await is('Wales', 'west', 'West Midlands');
    await is('West Midlands', 'west', 'East Midlands');
    await is('Wales', 'north', 'South West');
    await is('East Midlands', 'north', 'East');
    await is('South West', 'west', 'London');
    await is('London', 'west', 'East');
    await is('London', 'north', 'South East');
  });
});

test('has its counts after a place that nobody knows too', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await directory.host.getByLabel('Town, area or postcode').fill('Atlantis');
  await page.keyboard.press('Enter');
  await expect(directory.host.locator('p').getByText(/We do not know this place/).first()).toBeVisible();
  await directory.host.getByRole('button', { name: 'Choose on a map' }).click();
  await expect(directory.host.getByRole('button', { name: /^London/ })).toHaveText(/\(1\)/);
});

test('a shared link holds a region, which is no place of the visitor’s own', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed()) + '#peer-support-directory-1?q=&region=yorkshire');
  await directory.expectCount(1);
  await expect(directory.card('Leeds Lunch')).toBeVisible();
});

test('a venue with an address has a link to a map of it; a town alone has none', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await directory.openEverything();
  const links = directory.host.getByRole('link', { name: /on a map$/ });
  await expect(links).toHaveText(['See Leeds Lunch at The Café, 1 Long Street, Leeds, LS1 4AP on a map']);
  const query = encodeURIComponent('The Café, 1 Long Street, Leeds, LS1 4AP');
  await expect(links).toHaveAttribute('href', `https://www.openstreetmap.org/search?query=${query}`);
  await expect(links).toHaveAttribute('referrerpolicy', 'no-referrer');
});

test.describe('on an Android phone', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 16) Chrome/156 Mobile' });
  test('the link opens its own map', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed()));
    await directory.ready();
    await directory.openEverything();
    await expect(directory.host.getByRole('link', { name: /on a map$/ })).toHaveAttribute('href', /^geo:0,0\?q=The%20Caf/);
  });
});

for (const count of [1, 2])
  test(`axe finds nothing with a place given, a message and the map open, ${count} on the page`, async ({ page, site, directory }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width: 320, height: 900 });
    await page.goto(site.page('/', charity(directories(count))));
    for (let index = 0; index < count; index += 1) {
      const one = directory.nth(index);
      await one.ready();
      await one.filterDisclosure.click();
      await one.host.getByRole('button', { name: 'Choose on a map' }).click();
      await one.host.getByLabel('Town, area or postcode').fill('Oxford');
      await page.keyboard.press('Enter');
      await expect(one.host.getByLabel('How far')).toBeVisible();
      await one.host.getByRole('button', { name: /^London/ }).click();
      await one.host.getByLabel('Town, area or postcode').fill('Atlantis');
      await page.keyboard.press('Enter');
      await expect(one.host.locator('p').getByText(/We do not know this place/).first()).toBeVisible();
    }
    const found: string[] = [];
    for (const width of [320, 375, 1280])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const results = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        for (const rule of [...results.violations, ...results.incomplete])
          found.push(...rule.nodes.map((node) => `${width} ${colorScheme} ${rule.id}: ${node.target.flat().slice(-1)} ${node.any[0]?.message ?? ''}`));
      }
    expect(found).toEqual([]);
  });

test('targets are large enough for unsteady hands', async ({ page, site, directory }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await directory.filterDisclosure.click();
  await directory.host.getByRole('button', { name: 'Choose on a map' }).click();
  await directory.host.getByLabel('Town, area or postcode').fill('Oxford');
  await page.keyboard.press('Enter');
  await expect(directory.host.getByLabel('How far')).toBeVisible();
  const controls = directory.host.getByRole('group', { name: 'Town or area' }).locator('button, select, input[type=text]').filter({ visible: true });
  for (const control of await controls.all()) {
    const { height, width } = (await control.boundingBox())!;
    expect(Math.min(height, width), await control.innerText()).toBeGreaterThanOrEqual(44);
  }
});
