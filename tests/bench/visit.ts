import type { Browser } from '@playwright/test';
import { recordMemories } from '../e2e/support/memory';
import type { Candidate } from './candidates';
import { probe } from './probe';
import type { Site } from './server';
import { Session, type Condition } from './session';
import { search, tick, type Measures } from './use';

/** Opens a page in a new context, whose caches are empty, uses it by the script, and gives what was measured. */
export async function visit(browser: Browser, site: Site, candidate: Candidate, path: string, condition: Condition): Promise<Measures> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // A placeholder that shimmers for ever would keep the page from ever being idle.
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.addInitScript(recordMemories);
    await page.addInitScript(probe, candidate.subject);
    const session = await Session.start(page, condition);

    const before = site.sent;
    await page.goto(site.url + path, { waitUntil: 'commit' });
    const measures: Measures = { firstCard: [await page.evaluate(() => window.bench.firstCard)] };
    await session.settled();
    measures.bytes = [site.sent - before];
    measures.busy = [(await session.clock()).busy * 1000];
    measures.longestTask = [await page.evaluate(() => window.bench.longestTask())];

    const gone = async (words: string[]) => {
      await page.waitForFunction((words) => window.bench.shows([]) && !window.bench.shows(words), words);
      await session.settled();
    };
    Object.assign(measures, await search(page, gone), await tick(page, gone));

    measures.bytesInAll = [site.sent - before];
    measures.layoutShift = [await page.evaluate(() => window.bench.layoutShift())];
    measures.nodes = [await page.evaluate(countNodes)];
    measures.memory = [await session.memory()];
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return measures;
  } catch (error) {
    throw new Error(`${candidate.id}, ${condition.id}, ${path}`, { cause: error });
  } finally {
    await context.close();
  }
}

/** Every node of the page, those inside open shadow roots too. */
function countNodes(): number {
  const count = (root: Node): number => {
    let nodes = 0;
    const walker = document.createTreeWalker(root);
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      nodes += 1;
      const shadow = (node as Element).shadowRoot;
      if (shadow) nodes += count(shadow);
    }
    return nodes;
  };
  return count(document);
}
