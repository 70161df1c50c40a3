import type { Locator, Page } from '@playwright/test';
import type { Directory } from '../../directory';
import { rich } from '../../fixtures/rich';
import { status } from '../../support/answers';
import { charity, directories } from '../../support/charity';
import { ring } from '../../support/pixels';
import { expect, test } from '../../support/test';

/** Checklist 6: a ring of 3 px and 3:1 on every kind of control, whatever the page's CSS says. */

const pages = {
  'a plain page': '',
  ':focus { outline: 0 !important }': ':focus, :focus-visible, peer-support-directory:focus-within { outline: 0 !important; box-shadow: none !important }',
  '* { all: unset }': '* { outline: 0 !important; all: unset } style, script { display: none } body, main { display: block }',
  '* { all: unset !important }': '* { all: unset !important } head, style, script { display: none !important } body, main { display: block !important }',
  '* with !important on all that draws a ring':
    '*, *::before, *::after { outline: 0 !important; box-shadow: none !important; border: 0 !important; background: #fff !important; color: #777 !important }',
};

const controls = (directory: Directory): Record<string, Locator> => ({
  'the explainer': directory.explainer,
  'a phone link': directory.link('116 123'),
  'the search box': directory.search,
  'a checkbox': directory.option('Day', 'Monday'),
  'Show results': directory.showResults,
  'a chip': directory.chips.first(),
  'Clear all': directory.clearAll,
  'the sign-up button': directory.card('Wednesday Circle').locator('[part~="sign-up"]'),
  'an email link': directory.link('wednesday@groups.example'),
  'More about': directory.more('Wednesday Circle'),
  'Show more': directory.showMore,
  'a link at the foot': directory.link('Suggest a group'),
});

/** Focus as the keyboard gives it: after a key, by any way. */
async function byKeyboard(page: Page, control: Locator) {
  await page.keyboard.press('Shift');
  await control.focus();
}

for (const [name, css] of Object.entries(pages))
  for (const colorScheme of ['light', 'dark'] as const)
    test(`on a page with ${name}, ${colorScheme}`, async ({ page, site, directory }) => {
      await page.emulateMedia({ colorScheme });
      site.list('/groups.json', rich(site.url));
      await page.goto(site.page('/', charity(directories(1, { 'page-size': 4 }), { css: `${css} html > body { margin: 24px !important }` })));
      await directory.ready();
      await directory.choose('Type of cancer', 'Tongue cancer');
      await expect(directory.showMore).toBeVisible();
      await directory.search.focus();
      const thin: string[] = [];
      for (const [what, control] of Object.entries(controls(directory))) {
        await page.evaluate(() => {
          const host = document.querySelector('peer-support-directory')!;
          (host.shadowRoot!.activeElement as HTMLElement | null)?.blur();
        });
        const { left, right, top, bottom } = await ring(page, control, () => byKeyboard(page, control));
        await expect(control).toBeFocused();
        if (Math.min(left, right, top, bottom) < 3) thin.push(`${what}: left ${left}, right ${right}, top ${top}, bottom ${bottom}`);
      }
      expect(thin).toEqual([]);
    });

for (const colorScheme of ['light', 'dark'] as const)
  test(`flush with the edges of a phone, on a page of another colour, ${colorScheme}`, async ({ page, site, directory }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 375, height: 667 });
    site.list('/groups.json', rich(site.url));
    // The colour of the ring itself: where it leaves the widget's own background it cannot be seen.
    const css = 'html > body, main { margin: 0; padding: 0; background: light-dark(#00607a, #7cc7dc) }';
    await page.goto(site.page('/', charity(directories(1, { 'page-size': 4 }), { css })));
    await directory.ready();
    const lost: string[] = [];
    const flush = {
      'the explainer': directory.explainer,
      'the search box': directory.search,
      'Filter groups': directory.filterDisclosure,
      'Show more': directory.showMore,
      'a link at the foot': directory.link('Suggest a group'),
    };
    for (const [what, control] of Object.entries(flush)) {
      await byKeyboard(page, control);
      // The ring stands 2 px off and is 3 px thick: all of it must lie on the widget.
      const outside = await control.evaluate((one) => {
        const [own, whole] = [one.getBoundingClientRect(), one.closest('.root')!.getBoundingClientRect()];
        const style = getComputedStyle(one);
        const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
        return [own.left - reach < whole.left, own.right + reach > whole.right].some(Boolean) && `${own.left - reach} to ${own.right + reach}`;
      });
      if (outside) lost.push(`${what}: ${outside}`);
    }
    expect(lost).toEqual([]);
  });

test('the headings that take focus show it too, after a key', async ({ page, site, directory }) => {
  site.list('/groups.json', rich(site.url));
  await page.goto(site.page('/', charity(directories(1, { 'page-size': 4 }), { css: 'body { margin: 24px } :focus { outline: 0 !important }' })));
  await directory.ready();
  await directory.showResults.focus();
  await page.keyboard.press('Enter');
  await expect(directory.resultsHeading).toBeFocused();
  await expect(directory.resultsHeading).toHaveCSS('outline', /3px/);
  await directory.showMore.focus();
  await page.keyboard.press('Enter');
  const heading = directory.cards.nth(4).getByRole('heading').first();
  await expect(heading).toBeFocused();
  await expect(heading).toHaveCSS('outline', /3px/);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`Try again has the ring, ${colorScheme}`, async ({ page, site, directory, calm }) => {
    calm.allowFailedRequests();
    await page.emulateMedia({ colorScheme });
    site.answer('/groups.json', status(404));
    await page.goto(site.page('/', charity(directories(), { css: 'body { margin: 24px } :focus { outline: 0 !important }' })));
    await expect(directory.error).toBeVisible();
    for (const control of [directory.tryAgain, directory.link('0808 808 00 00')]) {
      const { left, right, top, bottom } = await ring(page, control, () => byKeyboard(page, control));
      expect(Math.min(left, right, top, bottom)).toBeGreaterThanOrEqual(3);
    }
  });
