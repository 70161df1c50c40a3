import type { Page } from '@playwright/test';

/**
 * Waits until the page has painted what is there now: a second frame begins only after the first is painted. By then
 * whoever watches what shows has been told, too.
 */
export async function painted(page: Page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Records what moves by itself in every page that opens from now on. Gives what reads it. */
export async function watchShifts(page: Page): Promise<() => Promise<PerformanceEntry[]>> {
  await page.addInitScript(() => {
    const shifts: PerformanceEntry[] = [];
    Object.defineProperty(window, Symbol.for('shifts'), { value: shifts });
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as never)[Symbol.for('shifts')] as PerformanceEntry[]);
}
