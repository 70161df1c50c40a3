import type { CDPSession, Page } from '@playwright/test';
import { recordedMemories } from '../e2e/support/memory';

/** What slows a visit down. */
export interface Condition {
  id: string;
  /** How many times slower the processor is. */
  cpu: number;
  /** As the DevTools protocol takes it; undefined for the network as it is. */
  network?: { latency: number; downloadThroughput: number; uploadThroughput: number };
}

/** What the DevTools protocol tells of a page. */
export class Session {
  private constructor(
    private readonly page: Page,
    private readonly cdp: CDPSession,
  ) {}

  static async start(page: Page, { cpu, network }: Condition): Promise<Session> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    if (network) await cdp.send('Network.emulateNetworkConditions', { offline: false, ...network });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    return new Session(page, cdp);
  }

  /**
   * Waits until every card in the window is there and the main thread is idle nine tenths of the time: half would not
   * do, as work in slices leaves it idle between them.
   */
  async settled() {
    for (let before = await this.clock(); ; ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const isWhole = await this.page.evaluate(() => window.bench.shows([]));
      const now = await this.clock();
      if (isWhole && now.busy - before.busy < (now.time - before.time) / 10) return;
      before = now;
    }
  }

  /**
   * The time, and for how much of it the main thread was busy, in seconds. The protocol counts the time of scripts
   * apart, but leaves out what runs when a promise resolves, and that is most of what such pages do.
   */
  async clock(): Promise<{ time: number; busy: number }> {
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    const value = (name: string) => metrics.find((metric) => metric.name === name)!.value;
    return { time: value('Timestamp'), busy: value('TaskDuration') };
  }

  /** Bytes that the page and its workers hold once everything that can go is gone: JavaScript, DOM, WebAssembly. */
  async memory(): Promise<number> {
    // The browser answers when each of them next collects, which `--expose-gc` lets us ask for until it does.
    const measured = this.page.evaluate(() => performance.measureUserAgentSpecificMemory());
    let isMeasured = false;
    void measured.finally(() => (isMeasured = true));
    while (!isMeasured) {
      await this.page.evaluate(() => gc!());
      for (const worker of this.page.workers()) await worker.evaluate(() => gc!());
    }
    const modules = [await this.page.evaluate(recordedMemories)];
    for (const worker of this.page.workers()) modules.push(await worker.evaluate(recordedMemories));
    return modules.flat().reduce((sum, bytes) => sum + bytes, (await measured).bytes);
  }
}
