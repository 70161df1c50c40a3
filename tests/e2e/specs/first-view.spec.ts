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

/** What was seen: what came, in order, until the first filter was there, and where the first card stood in each frame. */
interface Seen {
  came: string[];
  tops: number[];
}

async function watch(page: Page) {
  await page.addInitScript(() => Object.defineProperty(window, Symbol.for('seen'), { value: { came: [], tops: [] } }));
  await watchInside(page, (root, [card, filter], changes) => {
    const { came, tops } = (window as never)[Symbol.for('seen')] as Seen;
    const nothingCame = came.length === 0;
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      // By what each node is itself: the nodes around them hold both by now.
      if (!(node instanceof Element)) continue;
      if (node.matches(`:has(> ${card})`)) came.push('card');
      if (node.matches(filter)) came.push('filter');
    }
    const look = () => {
      const first = root.querySelector(card);
      if (first) tops.push(first.getBoundingClientRect().top);
      requestAnimationFrame(look);
    };
    if (nothingCame && came.length > 0) requestAnimationFrame(look);
    return came.includes('filter');
  }, ['[part~="card"]', '[part~="filter"]'] as const);
}

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
    const { came, tops } = await page.evaluate(() => (window as never)[Symbol.for('seen')] as Seen);
    expect(came.slice(0, 3)).toEqual(['card', 'card', 'filter']);
    expect(tops.length).toBeGreaterThan(1);
    expect(new Set(tops).size).toBe(1);
    expect(await shifts()).toEqual([]);
  });
