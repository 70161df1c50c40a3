import type { Locator, Page } from '@playwright/test';
import { small } from '../fixtures/lists';
import { embed, page as wholePage } from '../support/markup';
import { contrast, type Colour } from '../support/pixels';
import { expect, test } from '../support/test';

/** "A theme needs only --psd-accent to look right": whatever it is, all that it colours can be read. */

/** Seeded (mulberry32), so that a colour that fails fails again. */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(20261122);
const byte = () => Math.floor(next() * 256);
const ACCENTS = Array.from({ length: 200 }, () => `rgb(${byte()}, ${byte()}, ${byte()})`);
const ODD = ['white', 'black', '#ff0', '#808080', 'red', 'blue', 'transparent', 'rgb(255 0 0 / 40%)', 'oklch(70% 0.2 150)', 'color-mix(in oklab, gold, white)'];

/** Pages that set text and background too, as the pair that they are. */
const PAIRS = {
  'the default pair, light': { scheme: 'light', css: '' },
  'the default pair, dark': { scheme: 'dark', css: '' },
  'cream on a dark scheme': { scheme: 'dark', css: '--psd-text: #222; --psd-background: #fff5dc' },
  'navy on a light scheme': { scheme: 'light', css: '--psd-text: #f4f4ff; --psd-background: #0b1d3a' },
};

interface Colours {
  text: Colour;
  fill: Colour;
  onFill: Colour;
  edge: Colour;
  ring: Colour;
  background: Colour;
  notice: Colour;
}

/** What an accent comes to, one after the other in one page, as the bytes of a pixel that has the colour. */
function coloursOf(host: Locator, accents: string[]): Promise<Colours[]> {
  return host.evaluate((host, accents) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    const pixel = (colour: string): Colour => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      if (alpha !== 255) throw new Error(`not opaque: ${colour}`);
      return [red, green, blue];
    };
    const inside = (selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector)!;
    const [link, button, root] = [inside('a:not([part])'), inside('[part~="sign-up"]'), inside('.root')];
    const probe = inside('h2').appendChild(document.createElement('i'));
    return accents.map((accent) => {
      (host as HTMLElement).style.setProperty('--psd-accent', accent);
      const style = getComputedStyle(button);
      probe.style.color = 'var(--_focus)';
      const ring = getComputedStyle(probe).color;
      probe.style.color = 'var(--_notice)';
      return {
        text: pixel(getComputedStyle(link).color),
        fill: pixel(style.backgroundColor),
        onFill: pixel(style.color),
        edge: pixel(style.borderTopColor),
        ring: pixel(ring),
        background: pixel(getComputedStyle(root).backgroundColor),
        notice: pixel(getComputedStyle(probe).color),
      };
    });
  }, accents);
}

async function open(page: Page, address: string, scheme: string) {
  await page.emulateMedia({ colorScheme: scheme as 'light' | 'dark' });
  await page.goto(address);
}

const styled = (css: string) => wholePage(embed(), { head: `<style>:root { color-scheme: light dark } peer-support-directory { ${css} }</style>` });

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

for (const [name, { scheme, css }] of Object.entries(PAIRS))
  test(`200 random accents and some odd ones can be read, on ${name}`, async ({ page, site, directory }) => {
    await open(page, site.page('/', styled(css)), scheme);
    await directory.ready();
    const accents = [...ACCENTS, ...ODD];
    const unreadable: string[] = [];
    for (const [at, { text, fill, onFill, edge, ring, background, notice }] of (await coloursOf(directory.host, accents)).entries()) {
      const need = (what: string, ratio: number, least: number) => ratio < least && unreadable.push(`${accents[at]}: ${what} ${ratio.toFixed(2)}`);
      need('text on the background', contrast(text, background), 4.5);
      need('text on a notice', contrast(text, notice), 4.5);
      need('text on the filled button', contrast(onFill, fill), 4.5);
      need('the edge of a button', contrast(edge, background), 3);
      need('the ring', contrast(ring, background), 3);
    }
    expect(unreadable).toEqual([]);
  });

test('an accent that can be read as it is stays as it is', async ({ page, site, directory }) => {
  const brand: [scheme: string, accent: string, seen: Colour][] = [
    ['light', '#8a1253', [138, 18, 83]],
    ['dark', '#ffc2dd', [255, 194, 221]],
  ];
  for (const [scheme, accent, seen] of brand) {
    await open(page, site.page('/', styled('')), scheme);
    await directory.ready();
    const [{ text, fill }] = await coloursOf(directory.host, [accent]);
    expect([text, fill]).toEqual([seen, seen]);
  }
});

test('a too pale accent fills the button as it is, and is darkened where it is text', async ({ page, site, directory }) => {
  await open(page, site.page('/', styled('')), 'light');
  await directory.ready();
  const [{ text, fill, onFill }] = await coloursOf(directory.host, ['#ffd5e5']);
  expect(fill).toEqual([255, 213, 229]);
  expect(onFill).toEqual([0, 0, 0]);
  const [red, green, blue] = text;
  expect(red, 'it is still a kind of pink').toBeGreaterThan(Math.max(green, blue));
});

test('what a page does not set follows its pair: nothing is left in the colours of the other scheme', async ({ page, site, directory }) => {
  await open(page, site.page('/', styled(PAIRS['navy on a light scheme'].css)), 'light');
  await directory.ready();
  await directory.search.fill('tongue');
  await expect(directory.host.locator('mark').first()).toBeVisible();
  const unreadable = await directory.host.evaluate((host) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    const pixel = (colour: string) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const pairs: { words: string; text: number[]; ground: number[] }[] = [];
    for (const one of host.shadowRoot!.querySelectorAll<HTMLElement>('*')) {
      const words = [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent!.trim()).join('');
      if (!words || !one.checkVisibility()) continue;
      let ground: HTMLElement | null = one;
      while (ground && pixel(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
      pairs.push({ words, text: pixel(getComputedStyle(one).color), ground: pixel(getComputedStyle(ground!).backgroundColor) });
    }
    return pairs;
  });
  expect(unreadable.length).toBeGreaterThan(50);
  const three = ([red, green, blue]: number[]): Colour => [red, green, blue];
  expect(unreadable.filter(({ text, ground }) => contrast(three(text), three(ground)) < 4.5)).toEqual([]);
});

test('a value that is no colour leaves links as plain as the text around them', async ({ page, site, directory }) => {
  await open(page, site.page('/', styled('--psd-accent: teal-ish')), 'light');
  await directory.ready();
  const [link, around] = await directory.host.evaluate((host) => {
    const link = host.shadowRoot!.querySelector('a')!;
    return [link, link.parentElement!].map((one) => getComputedStyle(one).color);
  });
  expect(link).toBe(around);
});
