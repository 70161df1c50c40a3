import type { Page } from '@playwright/test';
import type { Directory } from '../../directory';
import { rich } from '../../fixtures/rich';
import { charity, directories } from '../../support/charity';
import { expect, test } from '../../support/test';

/** Checklist 4: everything by keyboard. Tab goes in, reaches every card's links in visual order, and out, both ways. */

test.beforeEach(({ site }) => void site.list('/groups.json', rich(site.url)));

interface Stop {
  /** Its place among the controls of the directory, in the order of the document. */
  place: number;
  what: string;
  /** What it stands in: the intro, the search, the head of the results, a card, the foot. */
  within: string;
  top: number;
  bottom: number;
  left: number;
}

/** Presses Tab until focus has left the directory, and tells where it was. */
async function walk(page: Page, directory: Directory, key: 'Tab' | 'Shift+Tab', from: string, to: string): Promise<Stop[]> {
  await page.locator(from).focus();
  const stops: Stop[] = [];
  for (let pressed = 0; pressed < 200; pressed += 1) {
    await page.keyboard.press(key);
    const stop = await directory.host.evaluate((host) => {
      const root = host.shadowRoot!;
      const active = root.activeElement as HTMLElement | null;
      if (!active) return `#${document.activeElement!.id}`;
      const { top, bottom, left } = active.getBoundingClientRect();
      const [card, form, results] = [active.closest('article'), active.closest('form'), active.closest('[part~="results"]')];
      const isBefore = active.compareDocumentPosition(root.querySelector('form')!) & Node.DOCUMENT_POSITION_FOLLOWING;
      return {
        place: [...root.querySelectorAll('a[href], button, input, select')].indexOf(active),
        what: (((active as HTMLInputElement).labels?.[0] as HTMLElement) ?? active).innerText.trim(),
        within: card ? `card ${card.querySelector('[part~="card-title"]')!.textContent}` : form ? 'search' : results ? 'results' : isBefore ? 'intro' : 'foot',
        top: top + scrollY,
        bottom: bottom + scrollY,
        left,
      };
    });
    if (stop === to) return stops;
    if (typeof stop === 'string') throw new Error(`focus went to ${stop} after ${stops.at(-1)?.what}`);
    stops.push(stop);
  }
  throw new Error(`Tab never came out: ${stops.slice(-5).map((stop) => stop.what)}`);
}

for (const width of [320, 1280, 1700])
  test(`Tab goes in, through everything in visual order, and out, both ways, at ${width}px`, async ({ page, site, directory }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.page('/', charity(directories(1, { 'page-size': 4 }))));
    await directory.ready();
    await directory.openEverything();
    await directory.choose('Type of cancer', 'Tongue cancer');
    await expect(directory.chips).toHaveCount(1);
    await expect(directory.cards).toHaveCount(4);
    await expect(directory.showMore).toBeVisible();

    const there = await walk(page, directory, 'Tab', '#before', '#after');
    const reachable = await directory.controls.evaluateAll((controls) => {
      const all = [...(controls[0].getRootNode() as ShadowRoot).querySelectorAll('a[href], button, input, select')];
      return controls.map((control) => all.indexOf(control));
    });
    expect(there.map((stop) => stop.place), 'every control, once, in the order of reading').toEqual(reachable);
    for (const name of await directory.names()) {
      const inCard = there.filter((stop) => stop.within === `card ${name}`).map((stop) => stop.what);
      expect(inCard).toContain(`More about ${name}`);
    }

    // In each piece of the page what comes later stands lower, or further along on the same line.
    const disorder = there.slice(1).filter((stop, index) => {
      const last = there[index];
      const isHigher = stop.top < last.top - 1 && stop.bottom < last.bottom - 1;
      const isBeforeOnLine = stop.top >= last.top && stop.bottom <= last.bottom && stop.left < last.left;
      return stop.within === last.within && (isHigher || isBeforeOnLine);
    });
    expect(disorder).toEqual([]);
    const cards = await directory.cards.evaluateAll((all) => all.map((card) => card.getBoundingClientRect()).map(({ top, left }) => ({ top, left })));
    expect(cards.slice(1).filter(({ top, left }, index) => top < cards[index].top || (top === cards[index].top && left < cards[index].left))).toEqual([]);

    const back = await walk(page, directory, 'Shift+Tab', '#after', '#before');
    expect(back.map((stop) => stop.what)).toEqual(there.map((stop) => stop.what).reverse());
  });

test('Tab goes through two directories, and out', async ({ page, site, directory }) => {
  await page.goto(site.page('/', charity(directories(2, { 'page-size': 1 }))));
  await directory.ready();
  await directory.nth(1).ready();
  const count = (await directory.controls.count()) + (await directory.nth(1).controls.count());
  await page.locator('#before').focus();
  for (let pressed = 0; pressed <= count; pressed += 1) await page.keyboard.press('Tab');
  await expect(page.locator('#after')).toBeFocused();
});

for (const key of ['Enter', 'Space']) {
  test(`disclosures open and close with ${key}`, async ({ page, site, directory }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    await page.goto(site.page('/', charity(directories())));
    await directory.ready();
    const inside = [
      [directory.explainer, directory.host.getByText('Nobody is the expert')],
      [directory.filterDisclosure, directory.filter('Day')],
      [directory.more('A Bit of Everything'), directory.host.getByText('The second paragraph.')],
    ] as const;
    for (const [button, content] of inside) {
      await expect(content).toBeHidden();
      await button.focus();
      await page.keyboard.press(key);
      await expect(content).toBeVisible();
      await expect(button).toHaveAttribute('aria-expanded', 'true');
      await expect(button).toBeFocused();
      await page.keyboard.press(key);
      await expect(content).toBeHidden();
      await expect(button).toHaveAttribute('aria-expanded', 'false');
      await page.keyboard.press(key);
    }
  });

  test(`Show results, chips, Clear all, Show more and Copy link work with ${key}`, async ({ page, site, directory }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto(site.page('/', charity(directories(1, { 'page-size': 2 }))));
    await directory.ready();
    await directory.showResults.focus();
    await page.keyboard.press(key);
    await expect(directory.resultsHeading).toBeFocused();
    await directory.showMore.focus();
    await page.keyboard.press(key);
    await expect(directory.cards).toHaveCount(4);
    await directory.choose('How it meets', 'Online');
    await directory.choose('How it meets', 'In person');
    await expect(directory.chips).toHaveCount(2);
    await directory.copyLink.focus();
    await page.keyboard.press(key);
    await expect(directory.host.getByRole('textbox', { name: /link/i })).toBeVisible();
    await directory.chip('Online').focus();
    await page.keyboard.press(key);
    await expect(directory.chips).toHaveCount(1);
    await directory.clearAll.focus();
    await page.keyboard.press(key);
    await expect(directory.chips).toHaveCount(0);
    await directory.expectCount(11);
  });
}

test('a checkbox is ticked and unticked with Space', async ({ page, site, directory }) => {
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  await directory.option('Day', 'Monday').focus();
  await page.keyboard.press('Space');
  await expect(directory.option('Day', 'Monday')).toBeChecked();
  await directory.expectCount(2);
  await page.keyboard.press('Space');
  await expect(directory.option('Day', 'Monday')).not.toBeChecked();
  await directory.expectCount(11);
});

test('a long filter opens and closes by keyboard', async ({ page, site, directory }) => {
  const towns = Array.from({ length: 12 }, (_, index) => ({
    id: `t${index}`,
    name: `Group ${index}`,
    meetings: [{ attending_type: 'in-person', venue: { town: `Town ${index}` } }],
  }));
  site.list('/groups.json', { groups: towns });
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  const boxes = directory.filter('Town or area').getByRole('checkbox');
  await expect(boxes).toHaveCount(6);
  for (const [key, count] of [['Enter', 12], ['Space', 6], ['Space', 12], ['Enter', 6]] as const) {
    await directory.host.getByRole('button', { name: /^Show (all|fewer) towns and areas$/ }).focus();
    await page.keyboard.press(key);
    await expect(boxes).toHaveCount(count);
  }
});

test('nothing takes Tab before the controls do: no tabindex above 0, nothing focusable that does not show', async ({ page, site, directory }) => {
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  const wrong = await directory.host.evaluate((host) =>
    [...host.shadowRoot!.querySelectorAll<HTMLElement>('*')]
      .filter((one) => one.tabIndex > 0 || (one.tabIndex === 0 && !one.matches('a[href], button, input, select')))
      .map((one) => one.outerHTML.slice(0, 80)),
  );
  expect(wrong).toEqual([]);
});
