import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { small } from '../../e2e/fixtures/lists';
import { element, embed, script } from '../../e2e/support/markup';
import { expect, test, type Firefox } from '../firefox';

/** Pages whose CSS would spoil a widget without a shadow root, in Firefox too. */

const require = createRequire(__filename);
const css = (file: string) => readFileSync(require.resolve(file), 'utf8');

const PAGES: Record<string, string> = {
  '.hidden, .card, .tag and .button of frameworks':
    '.hidden { display: none !important } .card, .tag, .button, .root, .results, .search, .icon { display: none !important; color: red !important; border: 9px solid red !important }',
  'a reset': '* { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; list-style: none }',
  '* { all: unset !important }': '* { all: unset !important } head, head *, script { display: none !important } html, body { display: block !important }',
  'text from right to left, which its English is not': 'html { direction: rtl; text-align: right }',
  'html at 62.5%': 'html { font-size: 62.5% }',
  Bootstrap: css('bootstrap/dist/css/bootstrap.min.css'),
  'Tailwind\'s preflight': css('tailwindcss/preflight.css'),
  Pico: css('@picocss/pico/css/pico.min.css'),
};

/** The same font, size and width on each page, so that what is left is the page's doing. */
const EVEN = 'peer-support-directory { display: block !important; font: 16px/1.5 sans-serif !important; width: 900px !important; color-scheme: light !important } body { margin: 0 !important; padding: 0 !important }';

/** Where everything inside stands, from the corner of the element, and how it looks. */
const layout = (firefox: Firefox) =>
  firefox.run(() => {
    const host = document.querySelector('peer-support-directory')!;
    const corner = host.getBoundingClientRect();
    return [...host.shadowRoot!.querySelectorAll('.root *')].filter((one) => one.checkVisibility()).map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const { display, color, backgroundColor, fontSize, textTransform, visibility } = getComputedStyle(one);
      return [one.localName, ...[left - corner.left, top - corner.top, width, height].map(Math.round), display, color, backgroundColor, fontSize, textTransform, visibility].join(' ');
    });
  });

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

for (const [name, rules] of Object.entries(PAGES))
  test(`on a page with ${name} it looks as on a plain one`, async ({ firefox, listened }) => {
    await firefox.open(listened('/plain', embed(), `<style>${EVEN}</style>`));
    await firefox.expectCount(10);
    const plain = await layout(firefox);
    await firefox.open(listened('/', embed(), `<style>${rules}</style><style>${EVEN}</style>`));
    await firefox.expectCount(10);
    expect(plain.length).toBeGreaterThan(200);
    expect(await layout(firefox)).toEqual(plain);
  });

test('a sidebar of 280 px: nothing sticks out', async ({ firefox, listened }) => {
  await firefox.open(listened('/', `<div style="width: 280px">${embed()}</div>`));
  await firefox.expectCount(10);
  const outside = await firefox.run(() => {
    const host = document.querySelector('peer-support-directory')!;
    const { right } = host.getBoundingClientRect();
    return [...host.shadowRoot!.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > right + 1 && getComputedStyle(one).position !== 'absolute').map((one) => one.outerHTML.slice(0, 80));
  });
  expect(outside).toEqual([]);
});

test('in another shadow root, and in a template cloned later', async ({ firefox, listened }) => {
  await firefox.open(listened('/', `${script()}<template>${element({ list: '/groups.json' })}</template><div id="outer"></div>`));
  await firefox.run(() => {
    const { content } = document.querySelector('template')!;
    document.body.append(content.cloneNode(true));
    document.getElementById('outer')!.attachShadow({ mode: 'open' }).append(content.cloneNode(true));
  });
  await firefox.expectCount(10);
  await expect
    .poll(() => firefox.run(() => document.getElementById('outer')!.shadowRoot!.querySelector('peer-support-directory')!.shadowRoot!.querySelectorAll('[part~="card"]').length))
    .toBe(10);
});

test('any accent can be read', async ({ firefox, listened }) => {
  await firefox.open(listened('/', embed()));
  await firefox.expectCount(10);
  const contrasts = await firefox.run(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const luminance = (colour: string) => {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string) => {
      const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    };
    const host = document.querySelector('peer-support-directory') as HTMLElement;
    const inside = (selector: string) => getComputedStyle(host.shadowRoot!.querySelector(selector)!);
    return ['light', 'dark'].flatMap((scheme) =>
      ['#fff', '#000', '#ff0', '#ffd5e5', '#808080', 'red', 'blue', 'lime', '#8a1253', 'transparent'].flatMap((accent) => {
        host.style.colorScheme = scheme;
        host.style.setProperty('--psd-accent', accent);
        const [link, button, root] = [inside('a:not([part])'), inside('[part~="sign-up"]'), inside('.root')];
        return [contrast(link.color, root.backgroundColor), contrast(button.color, button.backgroundColor)].map((ratio) => ({ scheme, accent, ratio }));
      }),
    );
  });
  expect(contrasts).toHaveLength(40);
  expect(contrasts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
});
