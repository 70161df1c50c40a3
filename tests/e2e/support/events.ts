import { expect, type Page } from '@playwright/test';

export type EventName = 'psd-ready' | 'psd-results' | 'psd-follow' | 'psd-error';
export interface Recorded {
  name: EventName;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each spec states the shape it expects
  detail: any;
  bubbles: boolean;
  composed: boolean;
  /** The id of the element that the event seems to come from, to a listener on the document. */
  target: string;
}

/** A log of the widget's events on the document. It stands behind a symbol: no test of globals may trip over it. */
export class Events {
  private constructor(private readonly page: Page) {}

  /** Starts recording in every page that opens from now on. */
  static async record(page: Page): Promise<Events> {
    await page.addInitScript(() => {
      const log: unknown[] = [];
      Object.defineProperty(window, Symbol.for('psd log'), { value: log });
      for (const name of ['psd-ready', 'psd-results', 'psd-follow', 'psd-error'])
        document.addEventListener(name, (event) => {
          const { bubbles, composed, target, detail } = event as CustomEvent;
          log.push({ name, detail: structuredClone(detail), bubbles, composed, target: (target as Element).id });
        });
    });
    return new Events(page);
  }

  async all(): Promise<Recorded[]> {
    return this.page.evaluate(() => (window as never)[Symbol.for('psd log')]);
  }

  async of(name: EventName): Promise<Recorded[]> {
    return (await this.all()).filter((event) => event.name === name);
  }

  /** Waits for the first event of a name and gives its detail. */
  async detail(name: EventName) {
    await expect.poll(async () => (await this.of(name)).length, { message: `waiting for ${name}` }).toBeGreaterThan(0);
    return (await this.of(name))[0].detail;
  }
}
