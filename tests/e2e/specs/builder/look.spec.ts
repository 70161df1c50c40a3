import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { Builder } from '../../support/builder';
import { colour } from '../../support/pixels';
import { expect, test } from '../../support/test';

/** The custom properties and parts of the contract, with their defaults and a live example. */

const tokens = readFileSync(join(__dirname, '../../../../styles/tokens.css'), 'utf8');

const style = (locator: Locator, property: string) => locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
/** A colour as it shows, however the browser writes it. */
const seen = async (locator: Locator, property: string) => colour(await style(locator, property));

test('each custom property that the styles read is in the table, with its default', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Colours and sizes');
  const read = [...new Set(tokens.match(/--psd-[a-z-]+/g))].sort();
  expect(read.length).toBe(9);
  const rows = builder.section.locator('#properties tr');
  expect((await rows.locator('th code').allInnerTexts()).sort()).toEqual(read);
  for (const name of read) {
    const [, light, dark, mixed, other] = new RegExp(
      `${name}, (?:light-dark\\((#\\w+), (#\\w+)\\)|color-mix\\(in srgb, var\\(--_text\\) (\\d+)%, var\\(--_background\\)\\)|([^)]+\\)?)\\))`,
    ).exec(tokens)!;
    let words = other === 'var(--_accent-text)' ? 'the accent' : other;
    if (light) words = `${light}, on a dark page ${dark}`;
    if (mixed) words = `${mixed}% text, ${100 - Number(mixed)}% background`;
    words = `Default: ${words}.`;
    await expect(rows.filter({ has: page.getByText(name, { exact: true }) })).toContainText(words);
  }
});

test('a colour from the palette or as a code changes the preview and the code; "Use default" takes it back', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Colours and sizes');
  const action = builder.preview.host.locator('[part~="sign-up"]').first();
  const [usual, code] = [await style(action, 'background-color'), builder.section.getByRole('textbox', { name: 'Accent colour as a code' })];
  const palette = builder.section.getByLabel('Accent colour', { exact: true });
  await code.fill('#7A1F5C');
  await expect.poll(() => seen(action, 'background-color')).toEqual([122, 31, 92]);
  await expect(palette).toHaveValue('#7a1f5c');
  await expect(builder.snippet).toHaveValue(/; --psd-accent: #7a1f5c"/);
  await palette.fill('#004400');
  await expect.poll(() => seen(action, 'background-color')).toEqual([0, 68, 0]);
  await expect(code).toHaveValue('#004400');
  await builder.section.getByRole('button', { name: 'Use default for Accent' }).click();
  await expect(action).toHaveCSS('background-color', usual);
  await expect(code).toHaveValue('');
  await expect(builder.snippet).not.toHaveValue(/--psd/);
  // The demo's own directory keeps its colours throughout.
  await code.fill('#7a1f5c');
  await expect(builder.preview.nth(0).host.locator('[part~="sign-up"]').first()).toHaveCSS('background-color', usual);
});

test('a code that is no colour is marked, and not taken', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Colours and sizes');
  const code = builder.section.getByRole('textbox', { name: 'Border colour as a code' });
  for (const bad of ['red', '#12', '#1234567', '#ggg', 'var(--x)']) {
    await code.fill(bad);
    await expect(code).toHaveAttribute('aria-invalid', 'true');
    await expect(code).toHaveAccessibleDescription('Enter a colour as # and 6 digits, such as #00607a.');
    await expect(builder.snippet).not.toHaveValue(/--psd/);
  }
  await code.fill('');
  await expect(code).toHaveAttribute('aria-invalid', 'false');
  // Copied without its #.
  await code.fill('C9D2D6');
  await expect(builder.snippet).toHaveValue(/--psd-border: #c9d2d6"/);
  await code.fill('nonsense');
  await builder.section.getByRole('button', { name: 'Use default for Border' }).click();
  await expect(code).toHaveValue('');
  await expect(code).toHaveAttribute('aria-invalid', 'false');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`text and background go together, on a ${colorScheme} page`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme });
    const builder = await Builder.open(page, site);
    await builder.unfold('Colours and sizes');
    const muted = builder.preview.host.getByText('Groups are run by people').first();
    await builder.section.getByRole('textbox', { name: 'Text colour as a code', exact: true }).fill('#111111');
    await expect(builder.preview.region).toHaveCSS('color', 'rgb(17, 17, 17)');
    await expect(builder.section.getByRole('textbox', { name: 'Background colour as a code' })).toHaveValue('#ffffff');
    // Quiet text follows the two, or it would be pale on white.
    await expect.poll(() => seen(muted, 'color')).toEqual([65, 65, 65]);
    await expect(builder.snippet).toHaveValue(/; color-scheme: light; --psd-text: #111111; --psd-background: #ffffff"/);
    await builder.section.getByRole('textbox', { name: 'Background colour as a code' }).fill('#000000');
    await builder.section.getByRole('textbox', { name: 'Text colour as a code', exact: true }).fill('#e');
    await expect(builder.snippet).toHaveValue(/--psd-text: #111111; --psd-background: #000000"/);
    await builder.section.getByRole('textbox', { name: 'Text colour as a code', exact: true }).fill('#eeeeee');
    await expect.poll(() => seen(muted, 'color')).toEqual([190, 190, 190]);
    await expect(builder.snippet).toHaveValue(/color-scheme: dark/);
    await builder.section.getByRole('button', { name: 'Use default for Text', exact: true }).click();
    await expect(builder.snippet).not.toHaveValue(/--psd|color-scheme/);
  });

test('corners, space and greatest width', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Colours and sizes');
  const number = (name: string) => builder.section.getByRole('spinbutton', { name });
  await number('Corners').fill('0');
  await expect(builder.preview.cards.first()).toHaveCSS('border-top-left-radius', '0px');
  await number('Space').fill('1.5');
  await number('Greatest width').fill('600');
  await expect.poll(() => builder.preview.host.evaluate((host) => host.getBoundingClientRect().width)).toBe(600);
  await expect(builder.snippet).toHaveValue(/--psd-radius: 0px; --psd-space: 1\.5em; --psd-max-width: 600px"/);
  await number('Greatest width').fill('20');
  await expect(number('Greatest width')).toHaveAttribute('aria-invalid', 'true');
  await expect(number('Greatest width')).toHaveAccessibleDescription('Enter a number from 280 to 2000.');
  await expect(builder.snippet).toHaveValue(/--psd-max-width: 600px/);
  await builder.section.getByRole('button', { name: 'Use default for Greatest width' }).click();
  await expect(builder.snippet).not.toHaveValue(/max-width/);
  await expect(number('Greatest width')).toHaveValue('');
  await expect(number('Greatest width')).toHaveAttribute('aria-invalid', 'false');
});

test('each part of the contract is outlined in the preview alone', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('For your web developer: parts');
  const parts = await builder.section.locator('#parts th code').allInnerTexts();
  expect(parts.sort()).toEqual(['button', 'card', 'card-title', 'filter', 'filters', 'results', 'search', 'sign-up', 'tag', 'title']);
  for (const part of parts) {
    const button = builder.section.getByRole('button', { name: `Outline ${part} in the preview`, exact: true });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    const found = builder.preview.host.locator(`[part~="${part}"]`);
    await expect(found.first()).toHaveCSS('outline-style', 'dashed');
    await expect(builder.status).toHaveText(`${part}: ${await found.count()} outlined in the preview`);
    await expect(builder.preview.nth(0).host.locator(`[part~="${part}"]`).first()).not.toHaveCSS('outline-style', 'dashed');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await expect(found.first()).not.toHaveCSS('outline-style', 'dashed');
  }
});
