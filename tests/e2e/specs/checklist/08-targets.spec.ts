import type { Directory } from '../../directory';
import { rich } from '../../fixtures/rich';
import { status } from '../../support/answers';
import { charity, directories } from '../../support/charity';
import { expect, test } from '../../support/test';

/** Checklist 8: targets of 44 px; links in lines of text 24 px, the least; none over another. */

/** Measures everything that can be pressed and shows: a checkbox by its label, which is pressed too. */
async function targets(directory: Directory) {
  return directory.controls.evaluateAll((controls) =>
    controls.map((control) => {
      const label = (control as HTMLInputElement).labels?.[0];
      const target = control.matches('[type=checkbox]') ? label! : control;
      const { left, top, right, bottom } = target.getBoundingClientRect();
      const isButton = control.localName !== 'a' || getComputedStyle(control).backgroundColor !== 'rgba(0, 0, 0, 0)';
      return { what: `${control.localName} ${(target as HTMLElement).innerText || label?.innerText}`, least: isButton ? 44 : 24, left, top, right, bottom };
    }),
  );
}

type Target = Awaited<ReturnType<typeof targets>>[number];

const small = (all: Target[]) =>
  all
    .map(({ what, least, left, right, top, bottom }) => ({ what, least, width: right - left, height: bottom - top }))
    .filter(({ least, width, height }) => Math.min(width, height) < least - 0.01);

// Half a pixel is the rounding of the browser's own layout.
const overlap = (one: Target, other: Target) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5;

const overlaps = (all: Target[]) =>
  all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => overlap(one, other))
      .map((other) => `${one.what} and ${other.what}`),
  );

for (const width of [320, 375, 1280])
  for (const css of ['', 'html { font-size: 62.5% } body { font-size: 1rem; line-height: 1 }'])
    test(`at ${width}px${css && ' on a page with small print'}`, async ({ page, site, directory }) => {
      await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      site.list('/groups.json', rich(site.url));
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.page('/', charity(directories(1, { 'page-size': 4 }), { css })));
      await directory.ready();
      await directory.openEverything();
      for (const day of ['Monday', 'Tuesday', 'Wednesday']) await directory.choose('Day', day);
      await directory.search.fill('o');
      await expect(directory.chips).toHaveCount(4);
      await directory.copyLink.click();
      await expect(directory.host.getByRole('textbox', { name: /link/i })).toBeVisible();
      const all = await targets(directory);
      expect(new Set(all.map(({ what }) => what.split(' ')[0]))).toEqual(new Set(['a', 'button', 'input']));
      expect(small(all)).toEqual([]);
      expect(overlaps(all)).toEqual([]);

      await directory.search.fill('nothing is called this');
      await expect(directory.empty).toBeVisible();
      const empty = await targets(directory);
      expect(empty.some(({ what }) => what.startsWith('button Remove'))).toBe(true);
      expect(small(empty)).toEqual([]);
      expect(overlaps(empty)).toEqual([]);
    });

test('in the error state', async ({ page, site, directory, calm }) => {
  calm.allowFailedRequests();
  site.answer('/groups.json', status(404));
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto(site.page('/', charity(directories(1), { css: 'html { font-size: 62.5% } body { font-size: 1rem }' })));
  await expect(directory.error).toBeVisible();
  const all = (await targets(directory)).filter(({ what }) => what !== 'a See our support groups');
  expect(all.map(({ what }) => what)).toEqual(['button Try again', 'a 0808 808 00 00']);
  expect(small(all)).toEqual([]);
  expect(overlaps(all)).toEqual([]);
});

test('the whole label of a checkbox can be pressed: words, count and the space between', async ({ page, site, directory }) => {
  site.list('/groups.json', rich(site.url));
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  const box = directory.option('Day', 'Monday');
  await box.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await box.locator('xpath=ancestor::label').boundingBox())!;
  for (const [place, ticked] of [[3, true], [width / 2, false], [width - 3, true]] as const) {
    await page.mouse.click(x + place, y + height / 2);
    await expect(box).toBeChecked({ checked: ticked });
  }
});
