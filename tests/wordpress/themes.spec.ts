import type { Directory } from '../e2e/directory';
import { colour } from '../e2e/support/pixels';
import { expect, test } from './support/test';

/** WordPress's default themes, each with rules of its own for everything on a page. */

const THEMES = ['twentytwentyone', 'twentytwentytwo', 'twentytwentythree'];
const SIZES = [{ width: 1280, height: 900 }, { width: 375, height: 667 }];

/** One font for both pages, so that only the layout can differ: themes bring fonts of their own. */
const SAME_FONT = 'peer-support-directory { font-family: "DejaVu Sans", sans-serif !important }';

for (const theme of THEMES)
  test(`under ${theme} it looks as on a plain page, in the theme's own font`, async ({ wordpress, page, directory }) => {
    expect(await wordpress.php(`switch_theme( '${theme}' ); echo wp_get_theme()->exists() ? get_stylesheet() : '';`)).toBe(theme);
    const url = await wordpress.publish('<!-- wp:peer-support-directory/directory {"align":"wide"} /-->', { title: 'Support near you' });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.goto(url);
      await directory.ready();
      await expect(directory.cards.first()).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, 'sideways overflow').toBe(0);
      const around = await directory.host.evaluate((host) => {
        const { fontFamily, fontSize } = getComputedStyle(host.parentElement!);
        return { fontFamily, fontSize, width: host.getBoundingClientRect().width };
      });
      expect(await directory.region.evaluate((one) => getComputedStyle(one).fontFamily)).toBe(around.fontFamily);

      await page.addStyleTag({ content: SAME_FONT });
      const themed = await layout(directory);
      expect(themed.length, 'how much there is to compare').toBeGreaterThan(200);
      await page.goto(wordpress.url + wordpress.upload('plain.html', plainPage(around)));
      await directory.ready();
      await page.addStyleTag({ content: SAME_FONT });
      expect(themed).toEqual(await layout(directory));
    }
  });

test('the page\'s colour scheme and the accent come through', async ({ wordpress, page, directory }) => {
  const url = await wordpress.publish('<!-- wp:peer-support-directory/directory {"accent":"#7a1f5c"} /-->');
  await page.goto(url);
  await directory.ready();
  const paper = (part: string) => directory.host.locator(`[part~="${part}"]`).first().evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(colour(await paper('sign-up'))).toEqual([122, 31, 92]);
  const light = await paper('search');
  await page.addStyleTag({ content: ':root { color-scheme: dark }' });
  expect(await paper('search')).not.toBe(light);
});

/** Where everything that shows stands and how large it is, to half a pixel, from the directory's own corner. */
async function layout(directory: Directory): Promise<string[]> {
  return directory.host.evaluate((host) => {
    const corner = host.getBoundingClientRect();
    const round = (pixels: number) => Math.round(pixels * 2) / 2;
    const shown = [...host.shadowRoot!.querySelectorAll(':not(svg *)')].filter((one) => one.getClientRects().length > 0);
    return shown.map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return `${one.localName} ${[left - corner.left, top - corner.top, width, height].map(round).join(' ')}`;
    });
  });
}

/** The same directory on a page that has nothing else. */
function plainPage({ width, fontSize }: { width: number; fontSize: string }): string {
  const assets = '/wp-content/plugins/peer-support-directory/assets/';
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<body style="margin: 0"><div style="width: ${width}px; font-size: ${fontSize}" data-peer-support-directory></div>
<script src="${assets}peer-support-directory.js"></script></body></html>`;
}
