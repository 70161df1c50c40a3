import type { Locator } from '@playwright/test';
import { plain, small } from '../fixtures/lists';
import { element, embed, page as wholePage, script } from '../support/markup';
import { expect, test } from '../support/test';

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

const ALL_LEGENDS = ['Type of cancer', 'Who it is for', 'Kind of support', 'How it meets', 'Town or area', 'Day'];

test.describe('list', () => {
  test('is groups.json beside the script by default', async ({ page, site, directory }) => {
    site.answer('/dist/groups.json', (_, response) => response.end(JSON.stringify(plain(['Beside The Script']))));
    await page.goto(site.page('/', script() + element()));
    await directory.expectCount(1);
    expect(site.requests('/dist/groups.json')).toHaveLength(1);
  });

  test('is relative to the page', async ({ page, site, directory }) => {
    site.list('/about/near.json', plain(['Near']));
    await page.goto(site.page('/about/us', embed({ list: 'near.json' })));
    await directory.expectCount(1);
  });

  test('may stand on another origin that allows it', async ({ page, site, directory }) => {
    const list = site.other.list('/groups.json', plain(['Far Away']));
    await page.goto(site.page('/', embed({ list })));
    await directory.expectCount(1);
  });
});

test.describe('lang', () => {
  test('is the nearest lang of the page, and en where there is none', async ({ page, site, directory }) => {
    await page.goto(site.page('/', wholePage(embed(), { lang: '' })));
    await directory.ready();
    expect(await nearestLang(directory.resultsHeading)).toBe('en');
  });

  test('marks the widget as English in a page whose language it does not speak', async ({ page, site, directory }) => {
    await page.goto(site.page('/', wholePage(embed(), { lang: 'tlh' })));
    await directory.ready();
    expect(await nearestLang(directory.resultsHeading)).toMatch(/^en(-GB)?$/);
  });

  test('chooses among the languages of the list', async ({ page, site, directory }) => {
    site.list('/two.json', { title: { en: 'Groups', cy: 'Grwpiau' }, groups: [{ id: 'a', name: { en: 'English', cy: 'Cymraeg' } }] });
    await page.goto(site.page('/', wholePage(embed({ list: '/two.json', lang: 'en' }), { lang: 'cy' })));
    await directory.ready();
    expect(await directory.names()).toEqual(['English']);
  });
});

test.describe('label', () => {
  test('is the title of the list by default', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed()));
    await directory.ready();
    await expect(directory.title).toHaveText('Peer support groups');
    await expect(directory.region).toHaveAccessibleName('Peer support groups');
  });

  test('names the widget and its region', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed({ label: 'Near you' })));
    await directory.ready();
    await expect(directory.title).toHaveText('Near you');
    await expect(directory.region).toHaveAccessibleName('Near you');
    await expect(directory.form).toHaveAccessibleName('Search Near you');
  });

  test('hides the title but keeps the name where it is empty', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed({ label: '' })));
    await directory.ready();
    await expect(directory.region).toHaveAccessibleName('Peer support groups');
    const box = await directory.title.boundingBox().catch(() => null);
    expect(box === null || box.width * box.height <= 4, 'the title takes no room that can be seen').toBe(true);
  });
});

test.describe('heading-level', () => {
  for (const level of [1, 2, 3, 4]) {
    test(`${level}, and the headings below follow`, async ({ page, site, directory }) => {
      // 2 is the default, so nothing is said to get it.
      await page.goto(site.page('/', embed(level === 2 ? {} : { 'heading-level': level })));
      await directory.ready();
      await expect(directory.host.getByRole('heading', { level, name: 'Peer support groups' })).toBeVisible();
      await expect(directory.host.getByRole('heading', { level: level + 1, name: '10 results' })).toBeVisible();
      await expect(directory.host.getByRole('heading', { level: level + 2, name: 'Care Line' })).toBeVisible();
    });
  }
});

test.describe('choices made at the start', () => {
  const starts: [attribute: string, value: string, count: number, chips: string[]][] = [
    ['cancer-type', 'tongue', 7, ['Tongue cancer']],
    ['cancer-type', 'tongue larynx', 8, ['Tongue cancer', 'Larynx cancer']],
    ['audience', 'lgbtq', 2, ['LGBTQ+ people']],
    ['kind', 'one-to-one helpline', 2, ['One to one', 'Helpline']],
    ['format', 'in-person', 4, ['In person']],
    ['day', 'monday thursday', 3, ['Monday', 'Thursday']],
    ['place', 'Oxford', 2, ['Oxford']],
    ['activity', 'guest-speakers', 1, []],
  ];
  for (const [attribute, value, count, chips] of starts) {
    test(`${attribute}="${value}", which the visitor can take away`, async ({ page, site, directory }) => {
      await page.goto(site.page('/', embed({ [attribute]: value })));
      await directory.ready();
      await directory.expectCount(count);
      for (const chip of chips) await expect(directory.chip(chip)).toBeVisible();
      await directory.clearAll.click();
      await directory.expectCount(10);
    });
  }

  test('narrow each other as choices do', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed({ format: 'in-person', day: 'wednesday' })));
    await directory.ready();
    expect(await directory.names()).toEqual(['Tongue Talk']);
  });
});

test.describe('restrictions for good', () => {
  const restrictions: [attribute: string, value: string, count: number, hidden: string][] = [
    // Broader and any-cancer groups stay, as with a choice.
    ['only-cancer-type', 'tongue', 7, 'Type of cancer'],
    ['only-audience', 'lgbtq', 2, 'Who it is for'],
    ['only-kind', 'group', 6, 'Kind of support'],
    ['only-format', 'in-person', 4, 'How it meets'],
    ['only-place', 'Leeds', 2, 'Town or area'],
  ];
  for (const [attribute, value, count, hidden] of restrictions) {
    test(`${attribute}="${value}" restricts the list and hides its filter`, async ({ page, site, directory }) => {
      await page.goto(site.page('/', embed({ [attribute]: value })));
      await directory.ready();
      await directory.expectCount(count);
      await expect(directory.filter(hidden as never)).toHaveCount(0);
      await expect(directory.chips).toHaveCount(0);
      await directory.search.fill('zzzzzz');
      await expect(directory.empty).toBeVisible();
      await directory.search.fill('');
      await directory.expectCount(count);
    });
  }

  test('two that together leave nothing leave nothing: neither is given up for the other', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed({ 'only-place': 'Leeds', 'only-format': 'phone' })));
    await directory.expectCount(0);
    await expect(directory.cards).toHaveCount(0);
  });

  test('only-groups keeps these groups alone', async ({ page, site, directory, events }) => {
    await page.goto(site.page('/', embed({ 'only-groups': 'care-line tongue-talk' })));
    await directory.expectCount(2);
    expect((await directory.names()).sort()).toEqual(['Care Line', 'Tongue Talk']);
    expect((await events.of('psd-error')).length).toBe(0);
  });
});

test.describe('filters', () => {
  test('stand in the usual order by default', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed()));
    await directory.ready();
    expect(await directory.legends()).toEqual(ALL_LEGENDS);
  });

  test('are those asked for, in the order asked for', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed({ filters: 'day activity cancer-type' })));
    await directory.ready();
    expect(await directory.legends()).toEqual(['Day', 'What people do together', 'Type of cancer']);
    await directory.choose('What people do together', 'Guest speakers');
    await directory.expectCount(1);
  });
});

test.describe('the rest', () => {
  test('page-size is 20 by default', async ({ page, site, directory }) => {
    site.list('/many.json', plain(Array.from({ length: 45 }, (_, index) => `Group ${index}`)));
    await page.goto(site.page('/', embed({ list: '/many.json' })));
    await directory.expectCount(45);
    await expect(directory.cards).toHaveCount(20);
    await directory.host.getByRole('button', { name: 'Show 20 more' }).click();
    await expect(directory.cards).toHaveCount(40);
    await directory.host.getByRole('button', { name: 'Show 5 more' }).click();
    await expect(directory.cards).toHaveCount(45);
    await expect(directory.showMore).toHaveCount(0);
  });

  test('page-size sets the cards before "Show more"', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed({ 'page-size': 3 })));
    await directory.expectCount(10);
    await expect(directory.cards).toHaveCount(3);
    await directory.showMore.click();
    await expect(directory.cards).toHaveCount(6);
  });

  test('explainer stands by default, and "no" leaves it out', async ({ page, site, directory }) => {
    await page.goto(site.page('/', script() + element({ list: '/groups.json' }) + element({ list: '/groups.json', explainer: 'no' })));
    await directory.ready();
    const without = await directory.nth(1).ready();
    await expect(directory.explainer).toBeVisible();
    await expect(without.explainer).toHaveCount(0);
  });

  test('asset-base says where the WebAssembly lies', async ({ page, site, directory }) => {
    site.answer(`/elsewhere/${site.dist.wasmName}`, site.dist.answer(site.dist.wasmName));
    await page.goto(site.page('/', embed({ 'asset-base': '/elsewhere/' })));
    await directory.ready();
    expect(site.requests(`/elsewhere/${site.dist.wasmName}`)).toHaveLength(1);
    expect(site.requests(`/dist/${site.dist.wasmName}`)).toHaveLength(0);
  });
});

/** The language that an element is in, looking out through the shadow root as a screen reader does. */
async function nearestLang(locator: Locator): Promise<string | undefined> {
  return locator.evaluate((element) => {
    for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
      const lang = (node as Element).getAttribute?.('lang');
      if (lang) return lang;
    }
  });
}
