import type { Locator, Page } from '@playwright/test';
import { rich } from '../../fixtures/rich';
import { charity, directories } from '../../support/charity';
import { Picture, colour, contrast, ring } from '../../support/pixels';
import { expect, test } from '../../support/test';

/**
 * Checklist 9: 4.5:1 for text is axe's, in every state (01-axe). Here: 3:1 for what shows where a control is, and
 * forced colours, where chosen and focused must still be seen.
 */

test.beforeEach(async ({ page, site }) => {
  site.list('/groups.json', rich(site.url));
  site.page('/', charity(directories(1, { 'page-size': 4 }), { css: 'body { margin: 24px }' }));
  await page.setViewportSize({ width: 600, height: 900 });
});

const background = (page: Page) => page.locator('peer-support-directory .root').evaluate((root) => getComputedStyle(root).backgroundColor);

async function pictureOf(page: Page, control: Locator) {
  await control.scrollIntoViewIfNeeded();
  return Picture.of(page, (await control.boundingBox())!);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the edges of controls contrast 3:1 with what is around them, ${colorScheme}`, async ({ page, site, directory }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(site.url + '/');
    await directory.ready();
    await directory.filterDisclosure.click();
    await directory.choose('Day', 'Monday');
    await expect(directory.chips).toHaveCount(1);
    const ground = colour(await background(page));
    const edges: Record<string, Locator> = {
      'the search box': directory.search,
      'Filter groups': directory.filterDisclosure,
      'a chip': directory.chips.first(),
      'Show results': directory.showResults,
      'the sign-up button': directory.host.locator('[part~="sign-up"]').first(),
    };
    const faint: string[] = [];
    for (const [what, control] of Object.entries(edges))
      for (const side of ['top', 'right', 'bottom', 'left']) {
        const edge = await control.evaluate((one, side) => {
          const style = getComputedStyle(one);
          return { width: parseFloat(style.getPropertyValue(`border-${side}-width`)), colour: style.getPropertyValue(`border-${side}-color`) };
        }, side);
        const ratio = contrast(colour(edge.colour), ground);
        if (edge.width < 1 || ratio < 3) faint.push(`${what}, ${side}: ${edge.width}px, ${ratio.toFixed(2)}:1`);
      }
    expect(faint).toEqual([]);
  });

  test(`a checkbox is seen, and its tick too, ${colorScheme}`, async ({ page, site, directory }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(site.url + '/');
    await directory.ready();
    await directory.filterDisclosure.click();
    const ground = colour(await background(page));
    const box = directory.option('Day', 'Monday');
    const bare = await pictureOf(page, box);
    expect(bare.strongest(ground)).toBeGreaterThanOrEqual(3);
    await box.check();
    await expect(directory.chips).toHaveCount(1);
    const ticked = await pictureOf(page, box);
    // The box fills with the accent, and the tick stands out from that.
    const fill = ticked.at(Math.floor(ticked.width / 2), 4);
    expect(contrast(fill, ground)).toBeGreaterThanOrEqual(3);
    expect(ticked.strongest(fill)).toBeGreaterThanOrEqual(3);
  });

  test(`what is chosen, hovered and pressed differs by more than colour, ${colorScheme}`, async ({ page, site, directory }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(site.url + '/');
    await directory.ready();
    await directory.filterDisclosure.click();
    /** All that shows of an element and what is in it, but for its colours. */
    const shape = (one: Locator) =>
      one.evaluate((element) =>
        [element, ...element.querySelectorAll('*')]
          .map((part) => {
            const style = getComputedStyle(part);
            const { textDecorationLine, textDecorationThickness, fontWeight, borderTopWidth, borderTopStyle, outlineWidth, translate } = style;
            return [textDecorationLine, textDecorationThickness, fontWeight, borderTopWidth, borderTopStyle, outlineWidth, translate].join();
          })
          .join('\n'),
      );
    const label = directory.option('Day', 'Monday').locator('xpath=ancestor::label');
    const unticked = await shape(label);
    await directory.choose('Day', 'Monday');
    await page.mouse.move(0, 0);
    expect(await shape(label)).not.toBe(unticked);
    const join = directory.host.locator('[part~="sign-up"]').first();
    const [chip, phone] = [directory.chips.first(), directory.link('116 123')];
    for (const control of [label, directory.search, directory.showResults, chip, directory.explainer, phone, join]) {
      await control.scrollIntoViewIfNeeded();
      await page.mouse.move(0, 0);
      const rest = await shape(control);
      await control.hover();
      await expect.poll(() => shape(control)).not.toBe(rest);
    }
    await directory.showResults.hover();
    const hovered = await shape(directory.showResults);
    await page.mouse.down();
    expect(await shape(directory.showResults)).not.toBe(hovered);
    await page.mouse.up();
  });

  test(`in forced colours, ${colorScheme}: chosen and focused show, and buttons keep an edge`, async ({ page, site, directory }) => {
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    await page.goto(site.url + '/');
    await directory.ready();
    await directory.filterDisclosure.click();
    const box = directory.option('Day', 'Monday');
    const bare = await pictureOf(page, box);
    const ground = colour(await background(page));
    expect(bare.strongest(ground)).toBeGreaterThanOrEqual(3);
    await box.check();
    await expect(directory.chips).toHaveCount(1);
    const ticked = await pictureOf(page, box);
    let changed = 0;
    for (let y = 0; y < bare.height; y += 1) for (let x = 0; x < bare.width; x += 1) if (contrast(bare.at(x, y), ticked.at(x, y)) >= 3) changed += 1;
    expect(changed).toBeGreaterThan(20);
    const words = directory.host.locator('label').filter({ hasText: /^Monday/ }).locator('span').first();
    await expect(words).toHaveCSS('text-decoration-line', 'underline');

    for (const control of [directory.search, directory.showResults, directory.chips.first(), directory.host.locator('[part~="sign-up"]').first()]) {
      const { width, edge } = await control.evaluate((one) => ({ width: parseFloat(getComputedStyle(one).borderTopWidth), edge: getComputedStyle(one).borderTopColor }));
      expect(width).toBeGreaterThanOrEqual(1);
      expect(contrast(colour(edge), ground)).toBeGreaterThanOrEqual(3);
    }
    for (const control of [directory.explainer, directory.search, box, directory.showResults, directory.chips.first(), directory.link('116 123')]) {
      await directory.host.evaluate((host) => (host.shadowRoot!.activeElement as HTMLElement | null)?.blur());
      const { left, right, top, bottom } = await ring(page, control, async () => {
        await page.keyboard.press('Shift');
        await control.focus();
      });
      expect(Math.min(left, right, top, bottom)).toBeGreaterThanOrEqual(3);
    }
  });
}
