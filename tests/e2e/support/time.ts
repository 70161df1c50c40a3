import { expect, type Page } from '@playwright/test';

/**
 * Lets fake seconds pass until something is true, for what takes longer than a test may: three tries of 8 s with
 * growing delay. Wants `page.clock.install()` before the page opens.
 */
export async function passTime(page: Page, until: () => Promise<unknown> | unknown, stepMs = 1000) {
  await expect
    .poll(
      async () => {
        if (await until()) return true;
        await page.clock.runFor(stepMs);
        return !!(await until());
      },
      { message: 'waiting while time passes', intervals: [20], timeout: 20_000 },
    )
    .toBe(true);
}

/**
 * Makes the page's clock one that the test moves, from the next page on. Playwright counts its timers from 10^12, where
 * browsers count from 1: a program that keeps a timer as a 32-bit number, as browsers promise that it can, would
 * never stop one. So its timers get small numbers.
 */
export async function holdClock(page: Page) {
  await page.clock.install();
  await page.addInitScript(() => {
    const { setTimeout, clearTimeout } = window;
    const timers = new Map<number, number>();
    window.setTimeout = ((...call: Parameters<typeof setTimeout>) => {
      const id = timers.size + 1;
      timers.set(id, setTimeout(...call) as unknown as number);
      return id;
    }) as typeof setTimeout;
    window.clearTimeout = (id) => clearTimeout(timers.get(id as number));
  });
}
