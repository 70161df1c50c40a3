import type { Directory } from '../../directory';
import { SUNDAY, meetings, meets, monthly, near, weekly } from '../../fixtures/meetings';
import { long, rich } from '../../fixtures/rich';
import { json, status } from '../../support/answers';
import { charity, directories, real } from '../../support/charity';
import { openOutdated } from '../../support/kept';
import { expect, test } from '../../support/test';

/**
 * Checklist 10: no sideways scroll at 320 px, at any width from 280 px, with 200% text and with WCAG 1.4.12 text
 * spacing; nothing clipped, no line over another; readable under `html{font-size:62.5%}`.
 */

/** What does not fit: the page scrolls sideways, words stick out, are cut off, or lie over others. */
async function misfits(directory: Directory): Promise<string[]> {
  return directory.host.evaluate((host) => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${scrollWidth} in ${clientWidth}`);
    const root = host.shadowRoot!;
    const isHidden = (element: Element) => !element.checkVisibility() || getComputedStyle(element).clipPath === 'inset(50%)';
    for (const element of root.querySelectorAll('*')) {
      if (isHidden(element) || getComputedStyle(element).overflow === 'visible' || element.localName === 'input' || element.closest('svg')) continue;
      if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) found.push(`cut off: ${element.outerHTML.slice(0, 90)}`);
    }
    const around = host.getBoundingClientRect();
    const lines: { words: string; node: Node; left: number; right: number; top: number; bottom: number }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const parent = node.parentElement;
      if (!node.data.trim() || !parent || isHidden(parent) || parent.closest('style, slot')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = (parent.closest('article, .button, .chip') ?? host).getBoundingClientRect();
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (right - left < 1) continue;
        const words = node.data.trim().slice(0, 40);
        if (left < around.left - 1 || right > around.right + 1) found.push(`out of the widget: ${words}`);
        else if (left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1) found.push(`out of its box: ${words}`);
        lines.push({ words, node, left, right, top, bottom });
      }
    }
    lines.sort((one, other) => one.top - other.top);
    lines.forEach((one, index) => {
      for (const other of lines.slice(index + 1)) {
        if (other.top >= one.bottom) break;
        const [across, down] = [Math.min(one.right, other.right) - Math.max(one.left, other.left), one.bottom - other.top];
        // Boxes of lines are higher than their letters: a third of a line is the letters' own.
        if (one.node !== other.node && across > 2 && down > (one.bottom - one.top) / 3) found.push(`over each other: ${one.words} | ${other.words}`);
      }
    });
    return [...new Set(found)];
  });
}

/** Spaces text as WCAG 1.4.12 asks for. Gives how many elements have it. */
async function spaceText(directory: Directory): Promise<number> {
  return directory.host.evaluate((host) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
    host.shadowRoot!.adoptedStyleSheets.push(sheet);
    return [...host.shadowRoot!.querySelectorAll('p, button, a, label, legend, input')].filter((one) => parseFloat(getComputedStyle(one).letterSpacing) > 1).length;
  });
}

/** Looks at the directory full, all open, filtered and empty. */
async function expectToFit(directory: Directory) {
  await directory.ready();
  expect(await misfits(directory), 'at first').toEqual([]);
  await directory.openEverything();
  expect(await misfits(directory), 'with everything open').toEqual([]);
  await directory.choose('Day', 'Monday');
  await directory.search.fill('nothing is called this, and that is a long thing to look for');
  await expect(directory.empty).toBeVisible();
  expect(await misfits(directory), 'empty').toEqual([]);
}

test.beforeEach(({ site }) => void site.list('/groups.json', rich(site.url)));

for (const width of [280, 320, 375, 600, 768, 1024, 1280, 1700])
  test(`at ${width}px, in a page as wide`, async ({ page, site, directory }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.page('/', charity(directories(), { css: 'body { margin: 0 }' })));
    await expectToFit(directory);
  });

test('in a sidebar of 280px on a wide page', async ({ page, site, directory }) => {
  await page.goto(site.page('/', charity(`<aside style="width: 280px">${directories()}</aside>`)));
  await expectToFit(directory);
  await expect(directory.filterDisclosure).toBeVisible();
});

for (const width of [280, 320, 1280])
  test(`words that do not fit, at ${width}px`, async ({ page, site, directory }) => {
    site.list('/groups.json', long(site.url));
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.page('/', charity(directories(), { css: 'body { margin: 0 } h1 { overflow-wrap: anywhere }' })));
    await expectToFit(directory);
  });

for (const width of [320, 640, 1280])
  test(`200% text at ${width}px`, async ({ page, site, directory }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.page('/', charity(directories(), { css: 'html { font-size: 200% } body { margin: 0; font-size: 1rem } h1 { overflow-wrap: anywhere }' })));
    await directory.ready();
    await expect(directory.region).toHaveCSS('font-size', '32px');
    await expectToFit(directory);
  });

test.describe('for a visitor whose clock shows another day', () => {
  test.use({ timezoneId: 'Pacific/Auckland' });

  for (const size of ['100%', '200%'])
    test(`next meetings and their days as in a diary fit at 320px with ${size} text`, async ({ page, site, directory }) => {
      await page.clock.setFixedTime(new Date(SUNDAY));
      const far = meets('Llanfairpwllgwyngyllgogerychwyrndrobwll', [monthly('2WE', '18:30', '20:00', { dtstart: '2027-09-01' }), weekly('MO')], { alert: 'We have moved.' });
      site.list('/groups.json', meetings(...near().groups, far));
      await page.setViewportSize({ width: 320, height: 900 });
      await page.goto(site.page('/', charity(directories(), { css: `html { font-size: ${size} } body { margin: 0; font-size: 1rem } h1 { overflow-wrap: anywhere }` })));
      await directory.ready();
      await expect(directory.next(far.name).first()).toHaveText('Next: Wednesday 8 September 2027, 6:30pm UK time (5:30am on Thursday your time)');
      await expect(directory.diary(far.name)).toBeVisible();
      await expectToFit(directory);
    });
});

for (const width of [320, 1280])
  for (const [which, markup] of [['every kind of entry', charity(directories(), { css: 'body { margin: 0 }' })], ['the real list', real()]] as const)
    test(`WCAG text spacing inside the root, at ${width}px, ${which}`, async ({ page, site, directory }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.page('/', markup));
      await directory.ready();
      expect(await spaceText(directory)).toBeGreaterThan(40);
      await expectToFit(directory);
    });

for (const [width, size] of [[280, '200%'], [320, '100%'], [1280, '100%']] as const)
  test(`the line above a kept list, with text spacing, at ${width}px and ${size} text`, async ({ page, site, directory, calm }) => {
    calm.allowFailedRequests();
    await page.setViewportSize({ width, height: 900 });
    await openOutdated(page, site, rich(site.url), charity(directories(1, { keep: '7d' }), { css: `html { font-size: ${size} } body { margin: 0; font-size: 1rem } h1 { overflow-wrap: anywhere }` }));
    await expect(directory.outdated).toBeVisible();
    expect(await misfits(directory)).toEqual([]);
    expect(await spaceText(directory)).toBeGreaterThan(40);
    expect(await misfits(directory)).toEqual([]);
  });

const SMALL_PRINT = [
  'html { font-size: 62.5% }',
  'html { font-size: 62.5% } body { font-size: 1.2rem }',
  'body { font-size: 9px }',
  'peer-support-directory { font-size: 0 }',
];
for (const css of SMALL_PRINT)
  test(`all text is 16px or more under ${css}`, async ({ page, site, directory }) => {
    await page.goto(site.page('/', charity(directories(), { css })));
    await directory.ready();
    await directory.openEverything();
    await directory.choose('Day', 'Monday');
    const small = await directory.host.evaluate((host) =>
      [...host.shadowRoot!.querySelectorAll('*')]
        .filter((one) => one.localName === 'input' || [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()))
        .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 16)
        .map((one) => `${getComputedStyle(one).fontSize}: ${one.textContent!.trim().slice(0, 60)}`),
    );
    expect(small).toEqual([]);
  });

test('the error fits too, at 280px with 200% text', async ({ page, site, directory, calm }) => {
  calm.allowFailedRequests();
  site.answer('/groups.json', status(404), json(rich(site.url)));
  await page.setViewportSize({ width: 280, height: 900 });
  await page.goto(site.page('/', charity(directories(), { css: 'html { font-size: 200% } body { margin: 0; font-size: 1rem }' })));
  await expect(directory.error).toBeVisible();
  expect(await misfits(directory)).toEqual([]);
});

test('lines are at most 70 characters long', async ({ page, site, directory }) => {
  await page.setViewportSize({ width: 1700, height: 900 });
  await page.goto(site.page('/', real()));
  await directory.ready();
  await directory.openEverything();
  const wide = await directory.host.evaluate((host) => {
    const context = document.createElement('canvas').getContext('2d')!;
    return [...host.shadowRoot!.querySelectorAll('p, li')]
      .filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()))
      .filter((one) => {
        const style = getComputedStyle(one);
        context.font = style.font;
        return one.getBoundingClientRect().width > 71 * context.measureText('0').width;
      })
      .map((one) => one.textContent!.slice(0, 60));
  });
  expect(wide).toEqual([]);
});
