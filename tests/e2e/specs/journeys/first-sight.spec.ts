import { real } from '../../support/charity';
import { expect, test } from '../../support/test';

/**
 * "Two whole cards or more show at 1280 by 900; at 375 by 667 the results heading shows on load, and one whole card
 * with its button after Show results."
 */

// What browsers set pages in that name no font, and what most pages name, which is wider.
for (const font of ['Times New Roman', 'Arial']) {
  const charity = () => `<style>body { font-family: "${font}" }</style>${real()}`;

  test(`two whole cards at 1280 by 900, in ${font}`, async ({ page, site, directory }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(site.page('/', charity()));
    await directory.ready();
    await expect(directory.cards.nth(0)).toBeInViewport({ ratio: 1 });
    await expect(directory.cards.nth(1)).toBeInViewport({ ratio: 1 });
  });

  for (const [what, choose] of [
    ['with nothing chosen', []],
    ['with tongue cancer chosen', ['Tongue cancer']],
  ] as const)
    test(`at 375 by 667 one whole card with its button is in view after Show results, ${what}, in ${font}`, async ({ page, site, directory }) => {
      await page.setViewportSize({ width: 375, height: 667 });
      await page.goto(site.page('/', charity()));
      await directory.ready();
      await directory.filterDisclosure.click();
      for (const option of choose) await directory.choose('Type of cancer', option);
      await directory.expectCount(choose.length ? 8 : 10);
      await directory.showResults.click();
      await expect(directory.resultsHeading).toBeInViewport({ ratio: 1 });
      await expect(directory.cards.first().locator('[part~="sign-up"]')).toBeInViewport({ ratio: 1 });
      await expect(directory.cards.first()).toBeInViewport({ ratio: 1 });
    });
}

test('at 375 by 667 the results heading is in view on load', async ({ page, site, directory }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  await page.goto(site.page('/', real()));
  await directory.ready();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expect(directory.resultsHeading).toBeInViewport({ ratio: 1 });
});

test('two calendars of one card stand beside each other where there is room', async ({ page, site, directory }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(site.page('/', `<style>body { font-family: Arial }</style>${real()}`));
  await directory.ready();
  const swallows = directory.card('The Swallows');
  const [online, inPerson] = [swallows.getByRole('button', { name: 'Add to calendar: Online' }), swallows.getByRole('button', { name: 'Add to calendar: In person' })];
  const tops = async () => [(await online.boundingBox())!.y, (await inPerson.boundingBox())!.y];
  let [first, second] = await tops();
  expect(second).toBe(first);
  // What one opens takes a row of its own, below its button.
  await online.click();
  const file = swallows.getByRole('link', { name: /calendar file|Outlook|Google/i }).first();
  await expect(file).toBeVisible();
  [first, second] = await tops();
  const opened = (await file.boundingBox())!.y;
  expect(opened).toBeGreaterThan(first!);
  expect(second).toBeGreaterThan(opened);
});

test('filters stand in a left column of 16em on a wide container, and in a disclosure on a narrow one', async ({ page, site, directory }) => {
  await page.goto(site.page('/', real()));
  await directory.ready();
  await expect(directory.filterDisclosure).toBeHidden();
  await expect(directory.filter('Day')).toBeVisible();
  const [search, card] = [(await directory.form.boundingBox())!, (await directory.cards.first().boundingBox())!];
  expect(search.width).toBe(16 * 16);
  expect(search.x + search.width).toBeLessThan(card.x);
  await page.setViewportSize({ width: 375, height: 667 });
  await expect(directory.filterDisclosure).toBeVisible();
  await expect(directory.filter('Day')).toBeHidden();
  const toggle = (await directory.filterDisclosure.boundingBox())!;
  expect(toggle.width).toBeCloseTo((await directory.search.boundingBox())!.width, 0);
  await directory.filterDisclosure.click();
  await expect(directory.filter('Day')).toBeVisible();
});

test('two columns of cards from 72em, one below', async ({ page, site, directory }) => {
  await page.goto(site.page('/', real()));
  await directory.ready();
  const columns = () => directory.cards.evaluateAll((cards) => new Set(cards.map((card) => Math.round(card.getBoundingClientRect().left))).size);
  expect(await columns()).toBe(2);
  await page.setViewportSize({ width: 72 * 16 - 1, height: 900 });
  expect(await columns()).toBe(1);
});
