import { expect, type Page } from '@playwright/test';
import { json, status } from './answers';
import type { Site } from './test';

/** One list in Cache Storage, as a page of its origin sees it. */
export interface Kept {
  cache: string;
  url: string;
  text: string;
  headers: Record<string, string>;
}

/** All that Cache Storage holds. */
export async function keptLists(page: Page): Promise<Kept[]> {
  return page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        const response = await cache.match(url);
        // It may have gone meanwhile.
        if (response) found.push({ cache: name, url, text: await response.text(), headers: Object.fromEntries(response.headers) });
      }
    }
    return found;
  });
}

/** Waits until these lists, and no others, are kept, whatever their order. */
export async function expectKept(page: Page, lists: unknown[]) {
  const texts = async () => (await keptLists(page)).map(({ text }) => text).sort();
  await expect.poll(texts).toEqual(lists.map((list) => JSON.stringify(list)).sort());
}

/** Opens a page twice: its list comes the first time and is kept, and fails the second. */
export async function openOutdated(page: Page, site: Site, list: unknown, body: string, fault = status(404)) {
  site.answer('/groups.json', json(list));
  const address = site.page('/', body);
  await page.goto(address);
  await expectKept(page, [list]);
  site.answer('/groups.json', fault);
  await page.goto(address);
}

/** Counts what the widget asks of Cache Storage in every page that opens from now on. */
export async function watchCaches(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const asked = { times: 0 };
    Object.defineProperty(window, Symbol.for('caches asked'), { value: asked });
    const { get } = Object.getOwnPropertyDescriptor(window, 'caches')!;
    Object.defineProperty(window, 'caches', {
      configurable: true,
      get() {
        asked.times += 1;
        return get!.call(window);
      },
    });
  });
  return () => page.evaluate(() => ((window as never)[Symbol.for('caches asked')] as { times: number }).times);
}
