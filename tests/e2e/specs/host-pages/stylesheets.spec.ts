import type { Page } from '@playwright/test';
import type { Directory } from '../../directory';
import { hostPage } from '../../fixtures/host-pages/pages';
import { stylesheet, type Stylesheet } from '../../fixtures/host-pages/stylesheets';
import { SUNDAY } from '../../fixtures/meetings';
import { rich } from '../../fixtures/rich';
import { expectSameLooks, looks } from '../../support/looks';
import { colour, contrast } from '../../support/pixels';
import { expect, test, type Site } from '../../support/test';

/** On pages of Bootstrap, Tailwind and Pico: the layout stays as it is, font and colours follow the page. */

test.use({ viewport: { width: 1280, height: 2400 } });

test.beforeEach(async ({ page, site }) => {
  await page.clock.setFixedTime(new Date(SUNDAY));
  site.list('/groups.json', rich(site.url));
});

interface Host {
  sheet?: Stylesheet;
  css?: string;
  /** Attributes of `<html>`. */
  html?: string;
}

async function open(page: Page, site: Site, directory: Directory, { sheet, css = '', html }: Host) {
  if (sheet) site.answer('/page.css', stylesheet(sheet));
  const head = sheet ? '<link rel="stylesheet" href="/page.css">' : '';
  await page.goto(site.page('/', hostPage(css, { head, html })));
  await directory.ready();
}

const FONT = 'peer-support-directory { font: 16px/1.5 sans-serif !important }';

/** Pages as the frameworks' manuals write them, and whether they are dark. */
const hosts: Record<string, Host & { dark: boolean }> = {
  'Bootstrap': { sheet: 'bootstrap', dark: false },
  'Bootstrap, dark': { sheet: 'bootstrap', html: 'data-bs-theme="dark"', dark: true },
  'Tailwind': { sheet: 'tailwind', dark: false },
  'Tailwind, dark': { sheet: 'tailwind', css: 'html { color-scheme: dark } body { background: #111; color: #eee }', dark: true },
  'Pico': { sheet: 'pico', html: 'data-theme="light"', dark: false },
  'Pico, dark': { sheet: 'pico', html: 'data-theme="dark"', dark: true },
};

for (const [name, host] of Object.entries(hosts)) {
  test(`${name}: the same font given, all is as on a plain page, to the pixel`, async ({ page, site, directory }) => {
    await open(page, site, directory, { css: `html { color-scheme: ${host.dark ? 'dark' : 'light'} } ${FONT}` });
    const plain = await looks(page, directory);
    await open(page, site, directory, { ...host, css: (host.css ?? '') + FONT });
    await expectSameLooks(page, plain, await looks(page, directory), name);
  });

  test(`${name}: font and size are the page's`, async ({ page, site, directory }) => {
    await open(page, site, directory, host);
    const [own, pages] = await directory.region.evaluate((region) => {
      const paragraph = document.createElement('p');
      (region.getRootNode() as ShadowRoot).host.before(paragraph);
      return [region, paragraph].map((one) => (({ fontFamily, fontSize, lineHeight }) => ({ fontFamily, fontSize, lineHeight }))(getComputedStyle(one)));
    });
    expect(own.fontFamily).toBe(pages.fontFamily);
    expect(own.fontSize).toBe(pages.fontSize);
    expect(parseFloat(own.lineHeight), 'the line height is the widget\'s own').toBeCloseTo(1.5 * parseFloat(own.fontSize), 1);
  });
}

/** Text that is too faint on what it stands on: the nearest background inside. */
async function faint(directory: Directory): Promise<string[]> {
  const texts = await directory.host.evaluate((host) => {
    const walker = document.createTreeWalker(host.shadowRoot!.querySelector('.root')!, NodeFilter.SHOW_TEXT);
    const found: [words: string, text: string, background: string][] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!;
      if (!walker.currentNode.textContent!.trim() || !parent.checkVisibility() || parent.closest('datalist')) continue;
      let under: Element | null = parent;
      while (under && /^rgba\(.*, 0\)$/.test(getComputedStyle(under).backgroundColor)) under = under.parentElement;
      found.push([walker.currentNode.textContent!.trim(), getComputedStyle(parent).color, under ? getComputedStyle(under).backgroundColor : 'none']);
    }
    return found;
  });
  expect(texts.length).toBeGreaterThan(100);
  return texts.filter(([, text, background]) => contrast(colour(text), colour(background)) < 4.5).map((one) => one.join(' | '));
}

const dark = 'body { background: #111; color: #eee }';
const coloured: Record<string, Host & { dark: boolean; system?: 'dark' }> = {
  ...hosts,
  'a dark page that says nothing of schemes': { css: dark, dark: false },
  'a dark page that says nothing of schemes, for a visitor who likes dark': { css: dark, dark: false, system: 'dark' },
  'a dark page that says so': { css: `${dark} html { color-scheme: dark }`, dark: true },
  'a page of both schemes, for a visitor who likes dark': { css: 'html { color-scheme: light dark }', dark: true, system: 'dark' },
  'a page of both schemes that stays white': { css: 'html { color-scheme: light dark } body { background: #fff; color: #000 }', dark: true, system: 'dark' },
  'Pico, for a visitor who likes dark': { sheet: 'pico', dark: true, system: 'dark' },
  'a dark part of a light page': { css: 'body { color-scheme: dark; background: #123; color: #def }', dark: true },
  'a page that colours everything alike': { css: '* { color: #fa0 !important; background: #fb0 !important; -webkit-text-fill-color: #fa0 !important }', dark: false },
  'a page of white words on a picture': { css: 'body { color: #fff; background: linear-gradient(#fff, #06c); text-shadow: 0 0 2px #000 }', dark: false },
};

for (const [name, host] of Object.entries(coloured))
  test(`words can be read on ${name}`, async ({ page, site, directory }) => {
    if (host.system) await page.emulateMedia({ colorScheme: host.system });
    await open(page, site, directory, host);
    await directory.search.fill('wednesday');
    await directory.expectCount(1);
    await directory.search.fill('');
    await directory.openEverything();
    expect(await faint(directory)).toEqual([]);
    const ground = await directory.region.evaluate((region) => getComputedStyle(region.closest('.root')!).backgroundColor);
    expect(contrast(colour(ground), [0, 0, 0]) < 3, 'dark').toBe(host.dark);
  });
