import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { html } from '../../support/answers';
import { Builder, type Fold } from '../../support/builder';
import { expect, test } from '../../support/test';

/** The page around the builder: its policy, its width, its targets, and what it is without the builder. */

const FOLDS: Fold[] = ['Title and words', 'Filters', 'Show only some groups', 'Choices made at the start', 'Colours and sizes', 'Loading', 'For your web developer: parts'];

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

test('everything works under a strict policy, and nothing is reported', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.defineProperty(window, Symbol.for('violations'), { value: violations });
    document.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  site.answer('/dist/index.html', html(site.dist.file('index.html').toString(), { 'content-security-policy': policy }));
  const builder = await Builder.open(page, site, { integrity: 'yes', '--psd-text': '#111', list: site.list('/own.json', { groups: [{ id: 'a' }] }) });
  await expect(builder.problems).toBeVisible();
  for (const fold of FOLDS) await builder.unfold(fold);
  await builder.section.getByRole('textbox', { name: 'Accent colour as a code' }).fill('#7a1f5c');
  await builder.section.getByRole('button', { name: 'Outline card in the preview' }).click();
  await builder.section.getByRole('button', { name: 'Down Day' }).click();
  await builder.section.getByRole('radio', { name: 'Phone' }).check();
  await builder.choose('Only a script tag');
  await expect(builder.snippet).toHaveValue(/integrity="sha384-/);
  await builder.copy.click();
  await expect(builder.status).toHaveText('Code copied.');
  expect(await page.evaluate(() => (window as never)[Symbol.for('violations')] as string[])).toEqual([]);
});

test('without the builder\'s script the page is the charity\'s alone', async ({ page, site, directory }) => {
  site.answer('/dist/demo.js', html('', { 'content-type': 'text/javascript' }));
  await page.goto(Builder.address(site));
  await directory.ready();
  await expect(page.getByRole('region', { name: 'Put it on your site' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Put it on your site' })).toBeHidden();
  await expect(page.locator('peer-support-directory')).toHaveCount(1);
});

test('the directory comes first, high up, and the link leads to the builder', async ({ page, site, directory }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  const builder = await Builder.open(page, site);
  await expect(directory.title).toBeInViewport();
  await expect(builder.section).not.toBeInViewport();
  await page.getByRole('link', { name: 'Put it on your site' }).click();
  await expect(builder.section.getByRole('heading', { name: 'Put it on your site' })).toBeInViewport();
});

test('both directories have the list of the demo by one download each of script and module', async ({ page, site }) => {
  await Builder.open(page, site);
  expect(site.requests('/dist/peer-support-directory.js')).toHaveLength(1);
  expect(site.requests(`/dist/${site.dist.wasmName}`)).toHaveLength(1);
});

/** What sticks out of the page, or is cut off. */
const misfits = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page scrolls sideways: ${scrollWidth} in ${clientWidth}`] : [];
    for (const element of document.querySelectorAll('#builder *')) {
      const isScrolled = element.closest('.scroller, .visually-hidden') !== null;
      if (isScrolled || !element.checkVisibility()) continue;
      const { left, right } = element.getBoundingClientRect();
      if (left < -1 || right > clientWidth + 1) found.push(`out of the page: ${element.outerHTML.slice(0, 90)}`);
    }
    return found;
  });

for (const width of [320, 375, 768, 1199, 1200, 1280, 1700])
  for (const size of ['100%', '200%'])
    test(`nothing sticks out at ${width}px with ${size} text`, async ({ page, site }) => {
      const css = site.dist.file('demo.css').toString();
      site.answer('/dist/demo.css', (_, response) => response.setHeader('content-type', 'text/css').end(`${css} html { font-size: ${size} }`));
      await page.setViewportSize({ width, height: 900 });
      const list = site.list('/own.json', { groups: [{ id: 'a', name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch' }, { id: 'b' }] });
      const builder = await Builder.open(page, site, { list });
      for (const fold of FOLDS) await builder.unfold(fold);
      expect(await misfits(page)).toEqual([]);
      for (const preview of ['Phone', 'Sidebar']) {
        await builder.section.getByRole('radio', { name: preview }).check();
        expect(await misfits(page)).toEqual([]);
      }
    });

for (const width of [320, 1280])
  test(`targets are 44 px high at ${width}px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    const builder = await Builder.open(page, site);
    for (const fold of FOLDS) await builder.unfold(fold);
    // Those of the directory itself have a test of their own.
    const sizes = await builder.section.locator('button, input, select, textarea').evaluateAll((controls) =>
      controls.filter((control) => control.getRootNode() === document && control.checkVisibility()).map((control) => {
        const label = control.matches('[type=checkbox], [type=radio]') ? control.closest('label')! : control;
        const { width, height } = label.getBoundingClientRect();
        return { what: control.outerHTML.slice(0, 80), width, height };
      }),
    );
    expect(sizes.length).toBeGreaterThan(60);
    expect(sizes.filter(({ width, height }) => Math.min(width, height) < 43.99)).toEqual([]);
  });

test('a wide preview on a phone scrolls in a region of its own, by keyboard too', async ({ page, site }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  const builder = await Builder.open(page, site);
  const region = builder.section.getByRole('region', { name: 'The directory as you chose it' });
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(20);
  expect(await page.evaluate(() => scrollX)).toBe(0);
});

test('in forced colours what is open, ticked and pressed still shows', async ({ page, site }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const builder = await Builder.open(page, site);
  await builder.unfold('For your web developer: parts');
  const button = builder.section.getByRole('button', { name: 'Outline title in the preview' });
  const before = await button.screenshot();
  await button.click();
  await page.mouse.move(0, 0);
  await builder.list.focus();
  expect((await button.screenshot()).equals(before), 'pressed looks different').toBe(false);
  const chevron = (name: Fold) => builder.section.getByRole('button', { name, exact: true }).evaluate((element) => getComputedStyle(element, '::before').borderTopColor);
  expect(await chevron('Filters')).not.toBe('rgba(0, 0, 0, 0)');
});

test('nothing moves', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  const moving = await builder.section.locator('*').evaluateAll((all) => all.filter((one) => getComputedStyle(one).transitionDuration !== '0s' || getComputedStyle(one).animationName !== 'none').length);
  expect(moving).toBe(0);
});

test('every file of the builder is there, with its compressed copies', ({ site }) => {
  const names = readdirSync(join(site.dist.folder, 'demo'));
  expect(names).toContain('settings.js');
  for (const name of names.filter((name) => /\.(js|css)$/.test(name))) expect(names).toEqual(expect.arrayContaining([`${name}.br`, `${name}.gz`]));
});
