import type { Page } from '@playwright/test';
import { held, json } from '../support/answers';
import { watchInside } from '../support/inside';
import { element, script } from '../support/markup';
import { painted, watchShifts } from '../support/paint';
import { expect, test } from '../support/test';

/** The first cards come before the filters, and nothing that stands is moved by what comes. */

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

/** When a frame began, in milliseconds, and how many cards and filters stood in it. */
interface Frame {
  at: number;
  count: number;
}

test('the first card has a frame of its own, and the others come a few in each', async ({ page, site, directory }) => {
  await page.addInitScript(() => {
    const frames: Frame[] = [];
    Object.defineProperty(window, Symbol.for('frames'), { value: frames });
    const look = (at: number) => {
      const root = document.querySelector('peer-support-directory')?.shadowRoot;
      frames.push({ at, count: root?.querySelectorAll('[part~="card"], [part~="filter"]').length ?? 0 });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  site.list('/groups.json', LIST);
  await page.goto(site.page('/', script() + element({ list: '/groups.json' })));
  await directory.ready();
  await painted(page);
  const frames = await page.evaluate(() => (window as never)[Symbol.for('frames')] as Frame[]);
  const first = frames.findIndex(({ count }) => count > 0);
  expect(frames[first].count).toBe(1);
  expect(frames.at(-1)!.count).toBeGreaterThan(20);
  const steps = frames.slice(first + 1).map(({ at, count }, nth) => ({ took: at - frames[first + nth].at, added: count - frames[first + nth].count }));
  // A machine that is busy may give no frame for so long that none is waited for any more.
  const late = steps.findIndex(({ took }) => took >= 300);
  expect(Math.max(...steps.slice(0, late < 0 ? steps.length : late).map(({ added }) => added))).toBeLessThanOrEqual(4);
});

test('nothing shifts where the page and "Loading groups" gave way', async ({ page, site, directory }) => {
  const shifts = await watchShifts(page);
  const list = held(json(LIST));
  site.answer('/groups.json', list.answer);
  await page.goto(site.page('/', script({ async: true }) + element({ list: '/groups.json' }, '<div style="height: 300px">See our support groups</div>')));
  await expect(directory.loading).toBeVisible();
  await painted(page);
  list.release();
  await directory.ready();
  await painted(page);
  expect(await shifts()).toEqual([]);
});
