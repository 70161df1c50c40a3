import { expect, type Page } from '@playwright/test';
import type { Directory } from '../directory';

/** Computed styles that a page could change from outside, by inheritance or by a rule that got in. */
const STYLES = [
  'display', 'position', 'float', 'visibility', 'opacity', 'overflow', 'box-sizing', 'writing-mode', 'direction', 'transform', 'zoom',
  'margin', 'padding', 'border-width', 'border-style', 'border-radius', 'outline-style', 'color', 'background-color', 'text-shadow', 'box-shadow',
  'font-size', 'font-style', 'font-weight', 'font-variant', 'line-height', 'letter-spacing', 'word-spacing', 'text-transform', 'text-align', 'text-indent', 'white-space',
  'word-break', 'overflow-wrap', 'hyphens', 'tab-size', 'quotes', 'text-decoration', 'list-style', 'cursor', 'pointer-events', 'user-select', 'column-count',
  'animation-name', 'transition-duration',
];

/** What a directory looks like: by numbers, and as a picture. */
export interface Looks {
  /** One line for each element inside, in order: what it is, where it stands in the widget, and its styles. */
  layout: string[];
  png: Buffer;
}

/** Where everything inside stands, to the pixel, seen from the widget's root; with the styles asked for. */
export async function layout(directory: Pick<Directory, 'host'>, styles = STYLES): Promise<string[]> {
  return directory.host.evaluate((host, styles) => {
    const root = host.shadowRoot!.querySelector('.root')!;
    const start = root.getBoundingClientRect();
    const place = ({ left, top, width, height }: DOMRect) => [left - start.left, top - start.top, width, height].map(Math.round).join(' ');
    return [root, ...root.querySelectorAll('*:not(svg *)')].map((element) => {
      const where = element.checkVisibility() ? place(element.getBoundingClientRect()) : 'no place';
      const computed = getComputedStyle(element);
      const looks = styles.map((name) => `${name}: ${computed.getPropertyValue(name)}`).join('; ');
      return `${element.localName}.${element.classList} at ${where} | ${looks}`;
    });
  }, styles);
}

export async function looks(page: Page, directory: Directory): Promise<Looks> {
  const clip = await directory.host.evaluate((host) => {
    const { x, y, width, height } = host.shadowRoot!.querySelector('.root')!.getBoundingClientRect();
    return { x, y, width, height };
  });
  // A picture ends where the window does: what is below would go unseen.
  expect(clip.y + clip.height, 'the window holds all of the widget').toBeLessThanOrEqual(page.viewportSize()!.height);
  await repaint(page, directory);
  return { layout: await layout(directory), png: await page.screenshot({ clip, animations: 'disabled', caret: 'hide' }) };
}

/** Has all of it painted anew in one go: the browser paints in parts, and edges of parts differ from time to time. */
async function repaint(page: Page, directory: Directory) {
  const style = await directory.host.getAttribute('style');
  await directory.host.evaluate((host) => (host.style.visibility = 'hidden'));
  await page.screenshot();
  await directory.host.evaluate((host, style) => {
    if (style === null) host.removeAttribute('style');
    else host.setAttribute('style', style);
  }, style);
}

/** Compares two looks of the same directory: each element, then each pixel. */
export async function expectSameLooks(page: Page, one: Looks, other: Looks, what: string) {
  expect.soft(differences(one.layout, other.layout), `${what}: elements`).toEqual([]);
  expect.soft(await differentPixels(page, one.png, other.png), `${what}: pixels`).toBe('none');
}

/** The lines that differ, the first ten of them, each with what it has become. */
export function differences(one: string[], other: string[]): string[] {
  const found = one.length === other.length ? [] : [`${one.length} elements have become ${other.length}`];
  one.forEach((line, index) => {
    if (line === other[index] || found.length >= 10) return;
    const [before, after] = [line.split(/ \| |; /), (other[index] ?? '').split(/ \| |; /)];
    found.push(`${before[0]}: ${before.filter((part, at) => part !== after[at]).join('; ')} >> ${after.filter((part, at) => part !== before[at]).join('; ')}`);
  });
  return found;
}

/**
 * By how much of 255 two red, green or blue values may differ. One page in 160 had the same five pixels of a round
 * corner one step lighter, which is how the browser rounds when it paints a curve; no eye sees a step.
 */
const ROUNDING = 1;

/** "none", or how many pixels differ and within which rectangle. The browser reads its own PNGs. */
async function differentPixels(page: Page, one: Buffer, other: Buffer): Promise<string> {
  if (one.equals(other)) return 'none';
  return page.evaluate(
    async ({ pictures, rounding }) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
          canvas.drawImage(bitmap, 0, 0);
          return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (a.width !== b.width || a.height !== b.height) return `${a.width} by ${a.height} have become ${b.width} by ${b.height}`;
      let [count, left, right, top, bottom] = [0, a.width, 0, a.height, 0];
      for (let index = 0; index < a.width * a.height; index += 1) {
        const values = [0, 1, 2, 3].map((channel) => 4 * index + channel);
        if (values.every((at) => Math.abs(a.data[at] - b.data[at]) <= rounding)) continue;
        const [x, y] = [index % a.width, Math.floor(index / a.width)];
        [count, left, right, top, bottom] = [count + 1, Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
      }
      return count === 0 ? 'none' : `${count} from ${left}, ${top} to ${right}, ${bottom}`;
    },
    { pictures: [one, other].map((png) => png.toString('base64')), rounding: ROUNDING },
  );
}
