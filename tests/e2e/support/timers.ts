import type { Page } from '@playwright/test';

/** What waits in a page: timers, and listeners for the tab's visibility. */
export class Timers {
  private constructor(private readonly page: Page) {}

  /** Counts in every page that opens from now on. A clock of Playwright's has to be installed before. */
  static async watch(page: Page): Promise<Timers> {
    await page.addInitScript(inPage);
    return new Timers(page);
  }

  /** How many timers wait. */
  async pending(): Promise<number> {
    return (await this.counts()).timers;
  }

  /** How many listeners hear of the tab being hidden or shown. */
  async listeners(): Promise<number> {
    return (await this.counts()).listeners;
  }

  private counts() {
    return this.page.evaluate(() => {
      const { timers, listeners } = (window as never)[Symbol.for('timers')] as { timers: Set<unknown>; listeners: Set<unknown> };
      return { timers: timers.size, listeners: listeners.size };
    });
  }
}

/** Hides the tab or shows it, as far as a page can tell. */
export async function setHidden(page: Page, hidden: boolean) {
  await page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (isHidden ? 'hidden' : 'visible') });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}

function inPage() {
  const [timers, listeners] = [new Set<unknown>(), new Set<unknown>()];
  Object.defineProperty(window, Symbol.for('timers'), { value: { timers, listeners } });
  const { setTimeout, clearTimeout } = window;
  const set = (run: (...args: unknown[]) => void, pause?: number, ...args: unknown[]) => {
    const id = setTimeout(() => {
      timers.delete(id);
      run(...args);
    }, pause);
    timers.add(id);
    return id;
  };
  const clear = (id?: number) => {
    timers.delete(id);
    clearTimeout(id);
  };
  Object.assign(window, { setTimeout: set, clearTimeout: clear });
  const { addEventListener, removeEventListener } = Document.prototype;
  Document.prototype.addEventListener = function (this: Document, ...args: Parameters<typeof addEventListener>) {
    if (args[0] === 'visibilitychange') listeners.add(args[1]);
    addEventListener.apply(this, args);
  };
  Document.prototype.removeEventListener = function (this: Document, ...args: Parameters<typeof removeEventListener>) {
    if (args[0] === 'visibilitychange') listeners.delete(args[1]);
    removeEventListener.apply(this, args);
  };
}
