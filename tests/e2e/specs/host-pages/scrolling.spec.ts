import type { Page } from '@playwright/test';
import type { Directory } from '../../directory';
import { stylesheet } from '../../fixtures/host-pages/stylesheets';
import { rich } from '../../fixtures/rich';
import { element, page as wholePage, script } from '../../support/markup';
import { expect, test } from '../../support/test';

/** Focus and the results come into view wherever the page scrolls, and not under its sticky header. */

const DIRECTORY = script({ async: true }) + element({ list: '/groups.json', 'page-size': 4 });
const HEADER = '<header><a href="/">Our charity</a></header>';

const pages: Record<string, string> = {
  'a sticky header of 110px': wholePage(`${HEADER}<main>${DIRECTORY}</main><footer style="height: 900px"></footer>`, {
    head: '<style>body { margin: 0 } header { position: sticky; top: 0; height: 110px; background: #345 }</style>',
  }),
  'Bootstrap\'s sticky navbar': wholePage(
    `<nav class="navbar navbar-dark bg-dark sticky-top" style="height: 110px"><div class="container"><a class="navbar-brand" href="/">Our charity</a></div></nav>
<main class="container">${DIRECTORY}</main><footer style="height: 900px"></footer>`,
    { head: '<link rel="stylesheet" href="/bootstrap.css">' },
  ),
  'Bootstrap\'s fixed navbar': wholePage(
    `<nav class="navbar navbar-dark bg-dark fixed-top" style="height: 110px"><div class="container"><a class="navbar-brand" href="/">Our charity</a></div></nav>
<main class="container" style="padding-top: 120px">${DIRECTORY}</main><footer style="height: 900px"></footer>`,
    { head: '<link rel="stylesheet" href="/bootstrap.css">' },
  ),
  'a part of the page that scrolls by itself': wholePage(`${HEADER}<main>${DIRECTORY}<footer style="height: 900px"></footer></main>`, {
    head: '<style>html, body { height: 100%; margin: 0; overflow: hidden } header { height: 110px } main { height: calc(100% - 110px); overflow: auto }</style>',
  }),
  'smooth scrolling': wholePage(`${HEADER}<main>${DIRECTORY}</main><footer style="height: 900px"></footer>`, {
    head: '<style>html { scroll-behavior: smooth; scroll-padding-top: 110px } body { margin: 0 } header { position: sticky; top: 0; height: 110px; background: #345 }</style>',
  }),
};

/** Waits until a page that scrolls smoothly has come to rest. */
async function rest(page: Page) {
  const isStill = () =>
    page.evaluate(async () => {
      const before = scrollY;
      for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame);
      return scrollY === before;
    });
  await expect.poll(isStill).toBe(true);
}

/** What has focus is in view, top and bottom of it. */
async function expectFocusInView(page: Page, directory: Directory) {
  await rest(page);
  const hidden = () => directory.host.evaluate((host) => {
    const active = host.shadowRoot!.activeElement!;
    const { top, bottom, left } = active.getBoundingClientRect();
    return [top + 2, bottom - 2].filter((y) => document.elementFromPoint(left + 3, y) !== host).map((y) => `${active.textContent!.trim()} at ${Math.round(y)}`);
  });
  expect(await hidden()).toEqual([]);
}

for (const [name, html] of Object.entries(pages))
  for (const [width, height] of [[375, 667], [1280, 900]] as const)
    test(`${name}, at ${width} by ${height}`, async ({ page, site, directory }) => {
      site.list('/groups.json', rich(site.url));
      site.answer('/bootstrap.css', stylesheet('bootstrap'));
      await page.setViewportSize({ width, height });
      await page.goto(site.page('/', html));
      await directory.ready();
      if (width === 375) await directory.filterDisclosure.click();
      await directory.showResults.focus();
      await expectFocusInView(page, directory);
      await page.keyboard.press('Enter');
      await expect(directory.resultsHeading).toBeFocused();
      await expectFocusInView(page, directory);
      // The results come up to the top, as far as the header lets them.
      expect((await directory.resultsHeading.boundingBox())!.y).toBeLessThan(height / 3);
      // From below, a header lies between. The page comes to rest first: Chromium scrolls on to what had focus, also
      // when what has it now was in view at the key press.
      await directory.link('Suggest a group').focus();
      await expectFocusInView(page, directory);
      for (let pressed = 0; pressed < 12; pressed += 1) {
        await page.keyboard.press('Shift+Tab');
        await expectFocusInView(page, directory);
      }
    });
