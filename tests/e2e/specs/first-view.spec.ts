import type { Page } from '@playwright/test';
import { watchInside } from '../support/inside';
import { element, script } from '../support/markup';
import { painted, watchShifts } from '../support/paint';
import { expect, test } from '../support/test';

/** The first cards come before the filters, which then move nothing: they stand beside the cards, or are folded away. */

const LIST = {
  title: 'Peer support groups',
  groups: Array.from({ length: 50 }, (_, at) => ({
    id: `group-${at}`,
    name: `Group ${at}`,
    kinds: [at % 2 ? 'group' : 'one-to-one'],
    cancer_types: [at % 3 ? 'breast' : 'lung'],
    meetings: [{ attending_type: at % 2 ? 'online' : 'phone' }],
  })),
};

/** What was seen of the first card: how many filters stood there when it came, where it stood in each frame. */
interface Seen {
  filters: number;
  tops: number[];
}

const watch = (page: Page) =>
  watchInside(page, (root, part) => {
    const first = () => root.querySelector(part);
    if (!first()) return false;
    const seen: Seen = { filters: root.querySelectorAll('[part~="filter"]').length, tops: [] };
    Object.defineProperty(window, Symbol.for('seen'), { value: seen });
    const look = () => {
      seen.tops.push(first()!.getBoundingClientRect().top);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return true;
  }, '[part~="card"]');

for (const width of [1280, 800, 320])
  test(`at ${width} pixels`, async ({ page, site, directory }) => {
    await watch(page);
    const shifts = await watchShifts(page);
    await page.setViewportSize({ width, height: 900 });
    site.list('/groups.json', LIST);
    await page.goto(site.page('/', script({ async: true }) + element({ list: '/groups.json', style: 'display: block; min-height: 900px' })));
    await directory.ready();
    await painted(page);
    await expect(directory.host.locator('[part~="filter"]')).not.toHaveCount(0);
    const { filters, tops } = await page.evaluate(() => (window as never)[Symbol.for('seen')] as Seen);
    expect(filters).toBe(0);
    expect(tops.length).toBeGreaterThan(1);
    expect(new Set(tops).size).toBe(1);
    expect(await shifts()).toEqual([]);
  });
