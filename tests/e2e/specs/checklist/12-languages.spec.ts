import type { Directory } from '../../directory';
import { SUNDAY, meetings, meets, weekly } from '../../fixtures/meetings';
import { TEXTS, arabic, tongues } from '../../fixtures/tongues';
import { charity, directories } from '../../support/charity';
import { expect, test } from '../../support/test';

/** Checklist 12: text in another language carries `lang`; right-to-left text and pages lay out. */

test.beforeEach(({ site }) => void site.list('/groups.json', tongues(site.url)));

/** Where a text shows: the language that is said of each place. */
async function languagesOf(directory: Directory, mark: string): Promise<string[]> {
  return directory.host.evaluate((host, mark) => {
    const walker = document.createTreeWalker(host.shadowRoot!, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) if (walker.currentNode.textContent!.includes(mark)) found.push(walker.currentNode.parentElement!.closest('[lang]')!.getAttribute('lang')!);
    return found;
  }, mark);
}

for (const tag of ['cy', 'ar'])
  for (const what of TEXTS.filter((what) => tag === 'cy' || !what.startsWith('help')))
    test(`the ${what} of a list, in ${tag} on an English page, says so wherever it stands alone`, async ({ page, site, directory }) => {
      await page.goto(site.page('/', charity(directories())));
      await directory.ready();
      await directory.openEverything();
      const said = await languagesOf(directory, `[${tag}-${what}]`);
      expect(said.length).toBeGreaterThan(0);
      // A group's name also stands inside English words ("Join X"), where it is a proper name.
      const alone = what === 'name' ? said.slice(0, 1) : said;
      expect(alone).toEqual(alone.map(() => tag));
    });

test('the widget says its own language, on a page in another one', async ({ page, site, directory }) => {
  await page.goto(site.page('/', charity(directories(1, { lang: 'en' }), { lang: 'ar', dir: 'rtl' })));
  await directory.ready();
  await expect(directory.region).toHaveAttribute('lang', 'en');
  await expect(directory.region).toHaveAttribute('dir', 'ltr');
  await expect(directory.region).toHaveCSS('direction', 'ltr');
});

test('loading and error words say their language too', async ({ page, site, directory, calm }) => {
  calm.allowFailedRequests();
  await page.goto(site.page('/', charity(directories(1, { list: '/missing.json' }), { lang: 'ar', dir: 'rtl' })));
  await expect(directory.error).toBeVisible();
  const said = await directory.error.evaluate((sentence) => ({
    lang: sentence.closest('[lang]')?.getAttribute('lang'),
    direction: getComputedStyle(sentence).direction,
  }));
  expect(said).toEqual({ lang: 'en', direction: 'ltr' });
});

test('right-to-left text keeps its own order, and does not turn the words around it', async ({ page, site, directory }) => {
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  const card = directory.cards.filter({ hasText: '[ar-name]' });
  await card.getByRole('button', { name: /^More about/ }).click();
  const line = (mark: string) => card.getByText(mark).first();
  // Each piece is kept apart from what stands around it, and its direction comes from its own first letter.
  for (const mark of ['[ar-name]', '[ar-summary]', '[ar-alert]', '[ar-note]', '[ar-cost]', '[ar-description]']) {
    const apart = await line(mark).evaluate((one) => one.closest('bdi, [dir="auto"], [dir="rtl"]')?.matches(':dir(rtl)'));
    expect(apart, mark).toBe(true);
  }
  // "Advice line: number, hours" in Arabic still reads name, number, hours from left to right.
  const phone = card.getByRole('listitem').filter({ hasText: '[ar-phone]' });
  const [name, number, hours] = await phone.evaluate((item) => {
    const left = (find: string) => {
      const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        if (!walker.currentNode.textContent!.includes(find)) continue;
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const { left, top } = range.getClientRects()[0];
        return top * 10_000 + left;
      }
      throw new Error(`no ${find}`);
    };
    return [left('[ar-phone]'), left('01632 960001'), left('[ar-hours]')];
  });
  expect(name).toBeLessThan(number);
  expect(number).toBeLessThan(hours);
});

for (const width of [320, 1280])
  test(`a right-to-left page at ${width}px: nothing sticks out, and filters stand beside the cards`, async ({ page, site, directory, calm }) => {
    calm.allowConsole(/^warning: peer-support-directory/);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.page('/', charity(directories(), { lang: 'ar', dir: 'rtl', css: 'body { margin: 0 }' })));
    await directory.ready();
    await directory.openEverything();
    const wide = await directory.host.evaluate((host) => {
      const { left, right } = host.getBoundingClientRect();
      const out = [...host.shadowRoot!.querySelectorAll('*')].filter((one) => {
        const box = one.getBoundingClientRect();
        const shows = one.checkVisibility() && getComputedStyle(one).clipPath !== 'inset(50%)';
        return shows && (box.left < left - 1 || box.right > right + 1);
      });
      return [document.documentElement.scrollWidth - document.documentElement.clientWidth, ...out.map((one) => one.outerHTML.slice(0, 80))];
    });
    expect(wide).toEqual([0]);
    if (width === 1280) {
      const [search, card] = [(await directory.form.boundingBox())!, (await directory.cards.first().boundingBox())!];
      expect(search.x + search.width).toBeLessThanOrEqual(card.x);
      expect(search.y).toBeLessThan(card.y + card.height);
    }
  });

for (const dir of ['ltr', 'rtl'])
  test(`a right-to-left name on a ${dir} page: its day as in a diary stands beside it, not over it`, async ({ page, site, directory, calm }) => {
    calm.allowConsole(/^warning: peer-support-directory/);
    await page.clock.setFixedTime(new Date(SUNDAY));
    site.list('/groups.json', meetings(meets('group', [weekly('MO')], { name: { ar: arabic('name') }, summary: { ar: arabic('summary').repeat(5) } })));
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.page('/', charity(directories(), { lang: dir === 'rtl' ? 'ar' : 'en', dir })));
      await directory.expectCount(1);
      const [card, diary] = [directory.cards, directory.cards.locator('p[aria-hidden="true"]')];
      await expect(diary.locator('span')).toHaveText(['Mon', '23', 'Nov']);
      await expect(card.getByRole('strong')).toHaveText('Tomorrow, 7pm');
      await expect(card.getByRole('strong')).toHaveCSS('direction', 'ltr');
      const over = await diary.evaluate((day) => {
        const { left, right, top, bottom } = day.getBoundingClientRect();
        return ['[ar-name]', '[ar-summary]'].filter((mark) => {
          const walker = document.createTreeWalker(day.closest('article')!, NodeFilter.SHOW_TEXT);
          while (walker.nextNode() && !walker.currentNode.textContent!.includes(mark));
          const range = document.createRange();
          range.selectNodeContents(walker.currentNode);
          return [...range.getClientRects()].some((line) => line.left < right && line.right > left && line.top < bottom && line.bottom > top);
        });
      });
      expect(over, `at ${width}px`).toEqual([]);
    }
  });

test('numbers and names of a list in the language of the page: its own text where the list has it', async ({ page, site, directory }) => {
  const list = tongues(site.url);
  site.list('/groups.json', { ...list, groups: [{ id: 'both', name: 'Both', summary: { en: 'In English', cy: 'Yn Gymraeg' } }] });
  await page.goto(site.page('/', charity(directories(), { lang: 'cy' })));
  await directory.ready();
  const summary = directory.host.getByText('Yn Gymraeg');
  await expect(summary).toBeVisible();
  expect(await languagesOf(directory, 'Yn Gymraeg')).toEqual(['cy']);
  await expect(directory.host.getByText('In English')).toHaveCount(0);
});
