import type { Page } from '@playwright/test';
import type { Directory } from '../../directory';
import { hostPage, SAME_FONT } from '../../fixtures/host-pages/pages';
import { SUNDAY } from '../../fixtures/meetings';
import { rich } from '../../fixtures/rich';
import { html } from '../../support/answers';
import { expectSameLooks, looks, type Looks } from '../../support/looks';
import { expect, test, type Site } from '../../support/test';

/**
 * Rules that a page has for its own things and that hit the directory by accident: it looks as on a plain page, to the
 * pixel. A rule that names the element is the partner's own will, and does what it says.
 */

// One worker takes them all, so that the plain page is looked at once.
test.describe.configure({ mode: 'default' });
// High enough for all of it: a picture of more than the window would be put together from several.
test.use({ viewport: { width: 1280, height: 2400 } });

test.beforeEach(async ({ page, site }) => {
  await page.clock.setFixedTime(new Date(SUNDAY));
  site.list('/groups.json', rich(site.url));
});

async function open(page: Page, site: Site, directory: Directory, css: string): Promise<Looks> {
  await page.goto(site.page('/', hostPage(css)));
  await directory.ready();
  return looks(page, directory);
}

let plain: Looks | undefined;

const LOUD = 'color: red !important; background: lime !important; border: 9px dashed red !important; margin: 30px !important; padding: 30px !important; font: italic 40px cursive !important; text-transform: uppercase !important; float: right !important; width: 50px !important';
const names = (...all: string[]) => all.map((name) => `.${name}`).join(', ');

const rules: Record<string, string> = {
  '.hidden': `.hidden, .hide, .d-none, .invisible, .closed, .collapse { display: none !important }`,
  'its own classes, as frameworks use them': `${names('card', 'tag', 'button', 'btn', 'badge', 'results', 'search', 'root', 'icon', 'filter', 'filters', 'label', 'input', 'checkbox', 'columns', 'more', 'help', 'title', 'chip', 'chips', 'cards', 'option', 'message', 'small', 'phone', 'notice', 'fact', 'action', 'visually-hidden')} { ${LOUD} }`,
  'its own parts and roles': `[part], [part~=card], [role], [type], [aria-expanded], [dir], [lang] [class] { ${LOUD} }`,
  'every kind of element inside it': `section, form, fieldset, legend, label, input, button, a, ul, li, article, h2, h3, h4, p, strong, mark, svg { ${LOUD} }`,
  'a reset': '*, *::before, *::after { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; box-sizing: border-box; min-width: 0 }',
  '* { all: unset !important }': '* { all: unset !important } html, body { display: block !important }',
  '* { all: revert !important }': '* { all: revert !important }',
  '* { all: initial !important }': '* { all: initial !important } html, body { display: block !important }',
  'boxes, transitions and animations of everything': '@keyframes spin { to { letter-spacing: 9px } } *, *::before, *::after { box-sizing: content-box !important; transition: all 5s !important; animation: spin 1s infinite alternate !important }',
  'no outlines': '* { outline: none !important } :focus { box-shadow: none !important }',
  'pictures as wide as all': 'svg, img, picture { display: block; width: 100% !important; height: auto !important; max-width: none !important }',
  '[hidden] that shows': '[hidden] { display: block !important } slot { display: block !important }',
  'every child of a division': 'div > *, * > * { height: 100%; max-height: 100%; flex: 1; order: 3; align-self: center; justify-self: center }',
};

for (const [name, css] of Object.entries(rules))
  test(name, async ({ page, site, directory }) => {
    plain ??= await open(page, site, directory, SAME_FONT);
    const hostile = await open(page, site, directory, css + SAME_FONT);
    expect(hostile.layout.length).toBeGreaterThan(300);
    await expectSameLooks(page, plain, hostile, name);
  });

/** What text inherits, as a page may set it for all of its own: of this only the font and its size come in. */
const inherited: Record<string, string> = {
  'how words are set': 'text-align: center; text-align-last: right; text-transform: uppercase; letter-spacing: 0.3em; word-spacing: 1em; text-indent: 5em; line-height: 3; hyphens: auto; tab-size: 40; quotes: none',
  'how words break': 'white-space: pre; word-break: break-all; line-break: anywhere; text-wrap: nowrap; overflow-wrap: normal',
  'how words look': 'color: red; font-style: italic; font-weight: 900; text-shadow: 2px 2px red; -webkit-text-fill-color: red; -webkit-text-stroke: 2px red; list-style: square inside; caret-color: red; accent-color: red',
  'words from right to left': 'direction: rtl; unicode-bidi: bidi-override',
  'words from top to bottom': 'writing-mode: vertical-rl; text-orientation: upright',
  'what a pointer may do': 'cursor: none; pointer-events: none; touch-action: none',
  'a size in rem of 62.5%': '} html { font-size: 62.5% } body { font-size: 1.6rem',
  'a size too small to read': '} html { font-size: 62.5% } body { font-size: 1rem',
  'no size at all': '} html { font-size: 62.5%; line-height: 0 } body { font-size: 0',
};

for (const [name, declarations] of Object.entries(inherited))
  test(`what all text of the page inherits: ${name}`, async ({ page, site, directory }) => {
    plain ??= await open(page, site, directory, SAME_FONT);
    const hostile = await open(page, site, directory, `body { font: 16px/1.5 sans-serif; ${declarations} } html { color-scheme: light }`);
    await expectSameLooks(page, plain, hostile, name);
  });

test('a page of twice the size is the same as an element of twice the size', async ({ page, site, directory }) => {
  await page.setViewportSize({ width: 1280, height: 7000 });
  const named = await open(page, site, directory, 'peer-support-directory { font: 32px/1.5 sans-serif; color-scheme: light }');
  const inherited = await open(page, site, directory, 'html { font-size: 200% } body { font: 1rem/1.5 sans-serif; color-scheme: light }');
  await expect(directory.region).toHaveCSS('font-size', '32px');
  await expectSameLooks(page, named, inherited, '200%');
});

test('a page in quirks mode', async ({ page, site, directory }) => {
  plain ??= await open(page, site, directory, SAME_FONT);
  site.answer('/', html(hostPage(SAME_FONT).replace('<!doctype html>', '')));
  await page.goto(site.url + '/');
  expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat');
  await directory.ready();
  await expectSameLooks(page, plain, await looks(page, directory), 'quirks');
});

test('a page that forbids to select its text: an address can still be copied', async ({ page, site, directory }) => {
  await page.goto(site.page('/', hostPage('html, body { user-select: none; -webkit-user-select: none }')));
  await directory.ready();
  await directory.title.dblclick({ position: { x: 20, y: 15 } });
  expect(await page.evaluate(() => getSelection()!.toString().trim())).toBe('Peer');
});

test('a rule that names the element may place it, and still not break it', async ({ page, site, directory }) => {
  plain ??= await open(page, site, directory, SAME_FONT);
  const declarations = 'display: inline; float: left; box-sizing: content-box; container: none; font: 3px/9 sans-serif; color: red; text-align: right; white-space: pre; direction: rtl; z-index: 9'
    .replaceAll(/(;|$)/g, ' !important;');
  const hostile = await open(page, site, directory, `peer-support-directory { ${declarations} } html { color-scheme: light }`);
  await expectSameLooks(page, plain, hostile, 'named');
});

test('a rule that names the element is obeyed where it only says how wide it is and where', async ({ page, site, directory }) => {
  await page.goto(site.page('/', hostPage('peer-support-directory { width: 500px; margin: 40px 60px; padding: 20px; border: 2px solid; opacity: 0.9 }')));
  await directory.ready();
  expect(await directory.host.boundingBox()).toMatchObject({ x: 60, width: 500 });
  expect(await directory.region.boundingBox()).toMatchObject({ x: 87, width: 446 });
});
