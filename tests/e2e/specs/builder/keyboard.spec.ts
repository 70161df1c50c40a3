import type { Page } from '@playwright/test';
import { Builder } from '../../support/builder';
import { expect, test } from '../../support/test';

/** The builder by keyboard alone: everything can be reached and used, and focus is never lost. */

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp | string, key = 'Tab') {
  const passed: string[] = [];
  for (let pressed = 0; pressed < 120; pressed += 1) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const active = document.activeElement as HTMLInputElement;
      return (active.getAttribute('aria-label') ?? active.labels?.[0]?.textContent ?? active.textContent ?? '').trim().replace(/\s+/g, ' ');
    });
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    passed.push(focused.slice(0, 40));
  }
  throw new Error(`Tab never came to ${name}: ${passed.slice(-15).join(' | ')}`);
}

test('an editor sets everything up and copies the code', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const list = site.list('/own.json', JSON.parse(site.dist.file('groups.json').toString()));
  const builder = await Builder.open(page, site);
  await tabTo(page, 'Put it on your site');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Web address of your list');
  await page.keyboard.type(list);
  await page.keyboard.press('Enter');
  await expect(builder.report).toHaveText('No problems found in this list of 10 groups.');
  await expect(builder.list).toBeFocused();

  await tabTo(page, 'Title and words');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Title');
  await page.keyboard.type('Ours');
  await tabTo(page, 'Level of the title');
  await page.keyboard.press('3');
  await tabTo(page, 'Filters');
  await page.keyboard.press(' ');
  await tabTo(page, 'Day');
  await page.keyboard.press(' ');
  await tabTo(page, 'Show only some groups');
  await page.keyboard.press('Enter');
  await tabTo(page, 'LGBTQ+ people');
  await page.keyboard.press(' ');
  await tabTo(page, 'Colours and sizes');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Accent colour as a code');
  await page.keyboard.type('#704');
  await tabTo(page, /^An element/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'With integrity');
  await page.keyboard.press(' ');
  await tabTo(page, 'Copy the code');
  await page.keyboard.press('Enter');
  await expect(builder.status).toHaveText('Code copied.');
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toMatch(/integrity="sha384-/);
  expect(code).toContain(
    `<div data-peer-support-directory data-list="${list}" data-label="Ours" data-heading-level="3" data-only-audience="lgbtq" ` +
      'data-filters="cancer-type audience kind format place" style="display: block; min-height: 40rem; --psd-accent: #704">',
  );
  await tabTo(page, 'Page');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => builder.preview.host.evaluate((host) => host.getBoundingClientRect().width)).toBe(375);
  await tabTo(page, 'The directory as you chose it');
  await expect(builder.preview.title).toHaveText('Ours');
});

test('moving a filter keeps the focus on its button, and says where it is now', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Filters');
  const down = builder.section.getByRole('button', { name: 'Down Type of cancer' });
  await down.focus();
  for (const place of [2, 3, 4, 5, 6, 7, 8, 9]) {
    await page.keyboard.press('Enter');
    await expect(builder.status).toHaveText(`Type of cancer is now ${place} of 9`);
    await expect(down).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(builder.status).toHaveText('Type of cancer is last');
  await expect(down).toBeFocused();
  await expect(builder.section.locator('#filter-list li').last()).toContainText('Type of cancer');
  await expect(builder.snippet).toHaveValue(/ filters="audience kind format place day cancer-type" /);
});

test('what re-renders leaves the focus where it is', async ({ page, site, calm }) => {
  calm.allowFailedRequests();
  const builder = await Builder.open(page, site);
  const list = site.list('/own.json', { groups: [{ id: 'a' }, { id: 'b', name: 'B' }] });
  await builder.list.fill(list);
  await builder.check.click();
  await expect(builder.report).toContainText('1 problem');
  await expect(builder.check).toBeFocused();
  await builder.unfold('Colours and sizes');
  const reset = builder.section.getByRole('button', { name: 'Use default for Text', exact: true });
  await reset.focus();
  await page.keyboard.press('Enter');
  await expect(reset).toBeFocused();
  await builder.unfold('Show only some groups');
  const only = builder.facet('only', 'Kind of support').getByRole('checkbox', { name: 'Helpline' });
  await only.focus();
  await page.keyboard.press(' ');
  await expect(only).toBeFocused();
  await expect(only).toBeChecked();
});

test('every control of the builder has a ring of 3 px when it has the focus', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  for (const button of await builder.section.locator('button.disclosure').all()) await button.click();
  await builder.list.focus();
  const stops: string[] = [];
  for (let pressed = 0; pressed < 200; pressed += 1) {
    await page.keyboard.press('Tab');
    const { what, ring, isPreview } = await page.evaluate(() => {
      const active = document.activeElement!;
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      return { what: active.outerHTML.slice(0, 80), ring: `${outlineStyle} ${outlineWidth}`, isPreview: active.localName === 'peer-support-directory' };
    });
    if (isPreview) break;
    stops.push(what);
    expect(ring, what).toBe('solid 3px');
  }
  expect(stops.length).toBeGreaterThan(60);
});
