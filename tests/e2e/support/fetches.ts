import type { Page } from '@playwright/test';

/** A request for the list as the page's own clock sees it, in milliseconds, and when it was given up. */
export interface Fetched {
  start: number;
  end?: number;
}

/** Notes each request for the list in every page that opens from now on. */
export async function noteFetches(page: Page): Promise<() => Promise<Fetched[]>> {
  await page.addInitScript(() => {
    const noted: Fetched[] = [];
    Object.defineProperty(window, Symbol.for('fetches'), { value: noted });
    const original = window.fetch;
    window.fetch = async function (input, init) {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.includes('groups.json')) return original.call(this, input, init);
      const one: Fetched = { start: Date.now() };
      noted.push(one);
      const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
      signal?.addEventListener('abort', () => (one.end = Date.now()));
      return original.call(this, input, init);
    };
  });
  return () => page.evaluate(() => (window as never)[Symbol.for('fetches')]);
}
