import type { Page } from '@playwright/test';
import type { Directory } from '../../directory';
import { DIRECTORY, SAME_FONT } from '../../fixtures/host-pages/pages';
import { stylesheet, type Stylesheet } from '../../fixtures/host-pages/stylesheets';
import { SUNDAY } from '../../fixtures/meetings';
import { rich } from '../../fixtures/rich';
import { differences, layout } from '../../support/looks';
import { page as wholePage, script } from '../../support/markup';
import { expect, test, type Site } from '../../support/test';

/** What pages put a directory into. In each it is as wide as it can be, and looks as on a plain page of that width. */

const WIDTH = 1280;

test.beforeEach(async ({ page, site }) => {
  await page.clock.setFixedTime(new Date(SUNDAY));
  site.list('/groups.json', rich(site.url));
});

async function open(page: Page, site: Site, body: string, css = '', sheet?: Stylesheet) {
  if (sheet) site.answer('/page.css', stylesheet(sheet));
  const head = `${sheet ? '<link rel="stylesheet" href="/page.css">' : ''}<style>html > body { margin: 0; padding: 0 } ${SAME_FONT} ${css}</style>`;
  await page.goto(site.page('/', wholePage(script({ async: true }) + body, { head })));
}

/** Everything inside stands as it does in a plain page that is as wide, and the page does not scroll sideways. */
async function expectPlainLooks(page: Page, site: Site, directory: Directory, width: number) {
  await directory.ready();
  expect((await directory.host.boundingBox())!.width).toBeCloseTo(width, 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'the page does not scroll sideways').toBe(WIDTH);
  const here = await layout(directory);
  const plain = await page.context().newPage();
  await plain.clock.setFixedTime(new Date(SUNDAY));
  await open(plain, site, `<div style="width: ${await directory.host.evaluate((host) => host.getBoundingClientRect().width)}px">${DIRECTORY}</div>`);
  expect(differences(await layout(await directory.on(plain).ready()), here)).toEqual([]);
  await plain.close();
}

interface Container {
  body: string;
  css?: string;
  /** How wide the directory becomes in it. */
  width: number;
  sheet?: Stylesheet;
}

const aside = '<aside style="width: 280px; flex: none">Our other pages</aside>';

const containers: Record<string, Container> = {
  'a sidebar of 280px': { body: `<aside style="width: 280px">${DIRECTORY}</aside>`, width: 280 },
  'a grid with a sidebar of 280px': { body: `<div style="display: grid; grid-template-columns: 280px 1fr">${DIRECTORY}<p>Our work</p></div>`, width: 280 },
  'a track of 1fr beside a sidebar': { body: `<div style="display: grid; grid-template-columns: 280px 1fr">${aside}<main>${DIRECTORY}</main></div>`, width: 1000 },
  'a flex row by itself': { body: `<div style="display: flex">${DIRECTORY}</div>`, width: WIDTH },
  'a flex row beside a sidebar': { body: `<div style="display: flex">${aside}${DIRECTORY}</div>`, width: 1000 },
  'a flex item whose least width is auto': { body: `<div style="display: flex">${aside}<main style="flex: 1; min-width: auto">${DIRECTORY}</main></div>`, width: 1000 },
  'a flex row that wraps': { body: `<div style="display: flex; flex-wrap: wrap; gap: 20px">${aside}${DIRECTORY}</div>`, width: WIDTH },
  'a flex column that centres': { body: `<div style="display: flex; flex-direction: column; align-items: center">${DIRECTORY}</div>`, width: WIDTH },
  'a grid that centres': { body: `<div style="display: grid; place-items: center">${DIRECTORY}</div>`, width: WIDTH },
  'columns made of floats': { body: `<div class="row">${DIRECTORY}</div>`, css: '.row > * { float: left }', width: WIDTH },
  'beside a float': { body: `<div style="float: left; width: 280px; height: 3000px"></div><div style="overflow: hidden">${DIRECTORY}</div>`, width: 1000 },
  'a cell of a table of all widths': { body: `<table style="width: 100%; border-spacing: 0"><tr><td style="width: 280px; padding: 0">Menu<td style="padding: 0">${DIRECTORY}</table>`, width: 1000 },
  'a cell of a table as wide as its words': { body: `<table style="border-spacing: 0"><tr><td style="padding: 0">${DIRECTORY}</table>`, width: 280 },
  'what is as wide as its words': { body: `<div style="display: inline-block">${DIRECTORY}</div>`, width: 280 },
  'a parent of no box': { body: `<div style="width: 700px"><div style="display: contents">${DIRECTORY}</div></div>`, width: 700 },
  'a parent that hides what is too wide': { body: `<div style="width: 600px; overflow: hidden">${DIRECTORY}</div>`, width: 600 },
  'margins of its own': { body: `<div style="display: flex">${DIRECTORY}</div>`, css: 'peer-support-directory { margin: 0 40px }', width: 1200 },
  'a centred column': { body: DIRECTORY, css: 'peer-support-directory { --psd-max-width: 800px; margin: 0 auto }', width: 800 },
  'words from top to bottom': { body: `<div style="writing-mode: vertical-rl; text-orientation: upright; width: 100%">${DIRECTORY}</div>`, width: WIDTH },
  'Bootstrap\'s grid': { sheet: 'bootstrap', body: `<div class="container"><div class="row"><div class="col-3">Menu</div><main class="col-9">${DIRECTORY}</main></div></div>`, width: 831 },
  'Bootstrap\'s flex row': { sheet: 'bootstrap', body: `<div class="d-flex align-items-start gap-4"><nav class="nav flex-column flex-shrink-0" style="width: 256px">Menu</nav>${DIRECTORY}</div>`, width: 1000 },
  'a card of Bootstrap': { sheet: 'bootstrap', body: `<div class="card" style="width: 18rem"><div class="card-body">${DIRECTORY}</div></div>`, width: 254 },
  'Pico\'s grid': { sheet: 'pico', body: `<main class="container-fluid" style="padding: 0"><div class="grid"><aside>Menu</aside>${DIRECTORY}</div></main>`, width: 630 },
};

for (const [name, { body, css, width, sheet }] of Object.entries(containers))
  test(name, async ({ page, site, directory }) => {
    await open(page, site, body, css, sheet);
    await expectPlainLooks(page, site, directory, width);
  });
