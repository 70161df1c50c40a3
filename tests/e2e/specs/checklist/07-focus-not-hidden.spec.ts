import { rich } from '../../fixtures/rich';
import { charity, directories } from '../../support/charity';
import { expect, test } from '../../support/test';

/** Checklist 7: what has focus is not hidden by a page's sticky header of 110 px. */

const css = `body { margin: 0 } header { position: sticky; top: 0; z-index: 9; height: 110px; background: #345 }`;

/** Looks at the top, the middle and the bottom of what has focus; says what of it the page covers. */
const covered = (host: Element) => {
  const active = host.shadowRoot!.activeElement as HTMLElement;
  const { top, bottom, left } = active.getBoundingClientRect();
  return [top + 2, (top + bottom) / 2, bottom - 2]
    .filter((y) => {
      const seen = document.elementFromPoint(left + 3, y);
      const inside = host.shadowRoot!.elementFromPoint(left + 3, y);
      // A rounded corner shows what is behind it, which is the widget too.
      return seen !== host || !inside || !(active.contains(inside) || inside.contains(active));
    })
    .map((y) => `${active.innerText || active.localName}: covered at ${Math.round(y)} of ${innerHeight}`);
};

for (const [width, height] of [[375, 667], [1280, 900]] as const)
  for (const key of ['Tab', 'Shift+Tab'] as const)
    test(`${key} through everything at ${width} by ${height}`, async ({ page, site, directory }) => {
      test.setTimeout(60_000);
      site.list('/groups.json', rich(site.url));
      await page.setViewportSize({ width, height });
      await page.goto(site.page('/', charity(directories(1, { 'page-size': 4 }), { css })));
      await directory.ready();
      await directory.openEverything();
      const count = await directory.controls.count();
      expect(count).toBeGreaterThan(40);
      await page.locator(key === 'Tab' ? '#before' : '#after').focus();
      const hidden: string[] = [];
      for (let pressed = 0; pressed < count; pressed += 1) {
        await page.keyboard.press(key);
        hidden.push(...(await directory.host.evaluate(covered)));
      }
      expect(hidden).toEqual([]);
    });

for (const [width, height] of [[375, 667], [1280, 900]] as const)
  test(`headings that take focus at ${width} by ${height}`, async ({ page, site, directory }) => {
    site.list('/groups.json', rich(site.url));
    await page.setViewportSize({ width, height });
    await page.goto(site.page('/', charity(directories(1, { 'page-size': 4 }), { css })));
    await directory.ready();
    await directory.openEverything();
    await directory.showResults.focus();
    await page.keyboard.press('Enter');
    await expect(directory.resultsHeading).toBeFocused();
    expect(await directory.host.evaluate(covered)).toEqual([]);
    // From further down, so that the heading comes in from above, where the header is.
    await directory.host.getByRole('link', { name: 'Suggest a group' }).focus();
    await directory.search.press('Enter');
    await expect(directory.resultsHeading).toBeFocused();
    expect(await directory.host.evaluate(covered)).toEqual([]);
    await directory.showMore.focus();
    await page.keyboard.press('Enter');
    await expect(directory.cards.nth(4).getByRole('heading').first()).toBeFocused();
    expect(await directory.host.evaluate(covered)).toEqual([]);
  });
