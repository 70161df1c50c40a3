import type { Locator, Page } from '@playwright/test';

export type Colour = [red: number, green: number, blue: number];

/** A screenshot that can be asked for its colours. */
export class Picture {
  private constructor(readonly width: number, readonly height: number, private readonly bytes: Buffer) {}

  /** A picture of a piece of what the window shows. The browser reads its own PNG: no decoder is needed. */
  static async of(page: Page, clip: { x: number; y: number; width: number; height: number }): Promise<Picture> {
    const png = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
    const { width, height, data } = await page.evaluate(async (base64) => {
      const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
      const bitmap = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      canvas.drawImage(bitmap, 0, 0);
      const { width, height, data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
      return { width, height, data: Array.from(data, (byte) => String.fromCharCode(byte)).join('') };
    }, png.toString('base64'));
    return new Picture(width, height, Buffer.from(data, 'latin1'));
  }

  at(x: number, y: number): Colour {
    const start = (y * this.width + x) * 4;
    return [this.bytes[start], this.bytes[start + 1], this.bytes[start + 2]];
  }

  /** The greatest contrast of any pixel to a colour. */
  strongest(to: Colour): number {
    let strongest = 1;
    for (let y = 0; y < this.height; y += 1) for (let x = 0; x < this.width; x += 1) strongest = Math.max(strongest, contrast(this.at(x, y), to));
    return strongest;
  }
}

/** WCAG's contrast of two colours, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => value / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A computed colour as three numbers: one that browsers write as rgb(), or as mixed in XYZ or in sRGB. */
export function colour(computed: string): Colour {
  const [space, values] = computed.split(/\((?:(?=\d)|(?=[\w-]+ ))/);
  const [name, ...rest] = space === 'color' ? values.split(' ') : ['', ...values.split(/[ ,]+/)];
  const [one, two, three, alpha = 1] = rest.filter((part) => part !== '/').map(parseFloat);
  if (alpha !== 1) throw new Error(`not a plain colour: ${computed}`);
  if (space.startsWith('rgb')) return [one, two, three];
  if (name === 'srgb') return [one, two, three].map((value) => Math.round(value * 255)) as Colour;
  if (name === 'xyz-d65') return fromXyz(one, two, three);
  throw new Error(`not a plain colour: ${computed}`);
}

/** CSS Color 4, "Sample code for color conversions": XYZ with D65's white as sRGB of 8 bits. */
function fromXyz(x: number, y: number, z: number): Colour {
  const linear = [
    3.2409699419 * x - 1.5373831776 * y - 0.4986107603 * z,
    -0.9692436363 * x + 1.8759675015 * y + 0.0415550574 * z,
    0.0556300797 * x - 0.2039769589 * y + 1.0569715142 * z,
  ];
  return linear
    .map((part) => Math.min(1, Math.max(0, part)))
    .map((part) => Math.round(255 * (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055))) as Colour;
}

/** Room around a control, in which its ring is looked for. */
const ROOM = 10;

/**
 * How thick the ring of a focused control is on each side, in pixels that contrast at least 3:1 with what they showed
 * before it had focus (WCAG 2.4.13). `focus` gives it focus as a key would; before that it must have none.
 */
export async function ring(page: Page, control: Locator, focus: () => Promise<void>) {
  await control.scrollIntoViewIfNeeded();
  const box = (await control.boundingBox())!;
  const clip = { x: Math.floor(box.x) - ROOM, y: Math.floor(box.y) - ROOM, width: Math.ceil(box.width) + 2 * ROOM, height: Math.ceil(box.height) + 2 * ROOM };
  const before = await Picture.of(page, clip);
  await focus();
  const after = await Picture.of(page, clip);
  /** The longest run of changed pixels on a way from outside inwards. */
  const run = (points: [number, number][]) => {
    let [longest, current] = [0, 0];
    for (const [x, y] of points) longest = Math.max(longest, (current = contrast(before.at(x, y), after.at(x, y)) >= 3 ? current + 1 : 0));
    return longest;
  };
  // Each side is crossed in many places, and the middle value holds: a letter next to the control may hide a pixel.
  const across = (length: number, way: (place: number, step: number) => [number, number]) => {
    const places = Array.from({ length: length - 4 * ROOM > 0 ? length - 4 * ROOM : 1 }, (_, place) => place + Math.min(2 * ROOM, Math.floor(length / 2)));
    const runs = places.map((place) => run(steps.map((step) => way(place, step)))).sort((one, other) => one - other);
    return runs[Math.floor(runs.length / 2)];
  };
  const steps = Array.from({ length: ROOM + 3 }, (_, step) => step);
  const [right, bottom] = [before.width - 1, before.height - 1];
  return {
    left: across(before.height, (place, step) => [step, place]),
    right: across(before.height, (place, step) => [right - step, place]),
    top: across(before.width, (place, step) => [place, step]),
    bottom: across(before.width, (place, step) => [place, bottom - step]),
  };
}
