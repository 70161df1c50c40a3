import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Directory } from '../../directory';
import { DIRECTORY } from '../../fixtures/host-pages/pages';
import { stylesheet } from '../../fixtures/host-pages/stylesheets';
import { SUNDAY } from '../../fixtures/meetings';
import { rich } from '../../fixtures/rich';
import { bytes, json } from '../../support/answers';
import { page as wholePage, script, SCRIPT } from '../../support/markup';
import { expect, test, type Site } from '../../support/test';

/**
 * In a language that is written from right to left everything stands the other way round. No such language is built
 * yet, so one is added to the script as the build would: English words under the name of Arabic, which makes both
 * ways comparable to the pixel.
 */

const english = JSON.parse(readFileSync(join(__dirname, '../../../../src/i18n/en.json'), 'utf8'));

function addArabic(site: Site) {
  const script = site.dist.script.toString();
  const words = /=\{en:(\{direction:"ltr".*?\})\}/;
  expect(script, 'the words of all languages in the script').toMatch(words);
  const arabic = script.replace(words, (_, en) => `={en:${en},ar:{...${en},direction:"rtl",tag:"ar",file:"ar.json"}}`);
  site.answer(SCRIPT, bytes(arabic, 'text/javascript', { 'access-control-allow-origin': '*' }));
  site.answer('/dist/ar.json', json({ ...english, tag: 'ar', direction: 'rtl' }));
}

test.beforeEach(async ({ page, site }) => {
  await page.clock.setFixedTime(new Date(SUNDAY));
  site.list('/groups.json', rich(site.url));
  site.answer('/ltr.css', stylesheet('bootstrap'));
  site.answer('/rtl.css', stylesheet('bootstrap-rtl'));
  addArabic(site);
});

/** A page with Bootstrap's sidebar, and whether words run from the right. */
async function open(page: Page, site: Site, directory: Directory, direction: 'ltr' | 'rtl') {
  const body = `<nav class="navbar bg-body-tertiary"><div class="container"><a class="navbar-brand" href="/">Charity</a></div></nav>
<div class="container"><div class="row"><aside class="col-md-3 d-none d-md-block">Menu</aside><main class="col-md-9 p-0">${script({ async: true })}${DIRECTORY}</main></div></div>`;
  const lang = direction === 'rtl' ? 'ar' : 'en';
  // A bar of the window takes room from one side only.
  const head = `<link rel="stylesheet" href="/${direction}.css"><style>html { scrollbar-width: none }</style>`;
  await page.goto(site.page('/', wholePage(body, { lang, head }).replace('<html', `<html dir="${direction}"`)));
  await directory.ready();
  await directory.openEverything();
}

/** Where each box inside stands, by its distance from the side on which words begin. */
async function boxes(directory: Directory, direction: 'ltr' | 'rtl'): Promise<string[]> {
  return directory.host.evaluate((host, direction) => {
    const start = host.getBoundingClientRect();
    // What stands within a line follows the letters, not the layout.
    const all = [...host.shadowRoot!.querySelectorAll('.root *:not(svg *)')].filter((one) => one.checkVisibility() && !/^(inline|contents)/.test(getComputedStyle(one).display));
    return all.map((one) => {
      const { left, right, top, width, height } = one.getBoundingClientRect();
      const side = direction === 'ltr' ? left - start.left : start.right - right;
      return `${one.localName}.${one.classList} ${[side, top - start.top, width, height].map(Math.round).join(' ')} ${one.textContent!.trim().slice(0, 20)}`;
    });
  }, direction);
}

for (const [width, height] of [[375, 667], [1280, 900]] as const)
  test(`every box is mirrored and nothing is cut off, at ${width}px`, async ({ page, site, directory }) => {
    await page.setViewportSize({ width, height });
    await open(page, site, directory, 'ltr');
    const leftToRight = await boxes(directory, 'ltr');
    await open(page, site, directory, 'rtl');
    await expect(directory.region).toHaveAttribute('dir', 'rtl');
    const rightToLeft = await boxes(directory, 'rtl');
    expect(leftToRight.length).toBeGreaterThan(300);
    expect(rightToLeft.filter((box, index) => box !== leftToRight[index])).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, 'the page does not scroll sideways').toBe(0);
  });

test('what points onwards points to the left, and down once open', async ({ page, site, directory }) => {
  await open(page, site, directory, 'rtl');
  const icon = directory.explainer.locator('svg');
  await expect(icon).toHaveCSS('rotate', '90deg');
  await directory.explainer.click();
  await expect(icon).toHaveCSS('rotate', '180deg');
});

test('chips begin at the right, each with its cross before its words', async ({ page, site, directory }) => {
  await open(page, site, directory, 'rtl');
  await directory.choose('Day', 'Monday');
  const [first, second] = [(await directory.chips.nth(0).boundingBox())!, (await directory.chips.nth(1).boundingBox())!];
  expect(second.x + second.width).toBeLessThan(first.x);
  const chip = directory.chips.first();
  const [cross, whole] = [(await chip.locator('svg').boundingBox())!, (await chip.boundingBox())!];
  expect(cross.x - whole.x).toBeGreaterThan(whole.width / 2);
});

test('a phone number reads as it is dialled, its parts not the other way round', async ({ page, site, directory }) => {
  await open(page, site, directory, 'rtl');
  const numbers = directory.host.locator('a[href^="tel:"]');
  expect(await numbers.count()).toBeGreaterThan(1);
  for (const number of await numbers.all()) {
    const [first, last] = await number.evaluate(({ firstChild, lastChild }) => {
      const left = (text: Text, at: number) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      };
      return [left(firstChild as Text, 0), left(lastChild as Text, (lastChild as Text).length - 1)];
    });
    expect(first, await number.innerText()).toBeLessThan(last);
  }
});
