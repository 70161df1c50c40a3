import { expect, type Page } from '@playwright/test';
import type { Directory } from '../directory';

/** How long a frame takes, in milliseconds. */
export const FRAME = 17;

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

/** Waits until the directory is whole where the page's clock stands still, and no frame comes by itself. */
export async function passFrames(page: Page, directory: Directory) {
  await passTime(page, () => directory.status.count(), FRAME);
  await directory.ready();
}
