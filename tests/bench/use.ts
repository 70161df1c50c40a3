import type { Page } from '@playwright/test';
import { option as optionOf, searchBox } from './candidates';
import type { Waited } from './probe';
import { KEY_INTERVAL, KEYS, SEARCHES, TICKS } from './script';

/** By measure, what one visit gave: one number or one for each time that it was done. */
export type Measures = Record<string, number[]>;

/** Waits until the cards no longer all show these words, and nothing is going on. */
export type Gone = (words: string[]) => Promise<void>;

/** Whole searches in one input event each, then a word key by key. */
export async function search(page: Page, gone: Gone): Promise<Measures> {
  const field = searchBox(page);
  const clear = async (text: string) => {
    await field.press('ControlOrMeta+A');
    await field.press('Delete');
    await gone(text.split(' '));
  };
  await field.click();
  const searches: Waited[] = [];
  for (const text of SEARCHES) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    searches.push(await waited(page, 'input', text.split(' '), () => page.keyboard.press('ControlOrMeta+V')));
    await clear(text);
  }
  const keys = await page.evaluateHandle((count) => ({ promise: window.bench.typed(count) }), KEYS.length);
  const presses: Promise<void>[] = [];
  for (const key of KEYS) {
    // By the clock, as people type: a page that is busy finds several waiting.
    presses.push(page.keyboard.press(key));
    await new Promise((resolve) => setTimeout(resolve, KEY_INTERVAL));
  }
  await Promise.all(presses);
  await clear(KEYS.join(''));
  return {
    search: searches.map(({ painted }) => painted),
    searchWork: searches.map(({ work }) => work),
    searchPause: searches.map(({ pause }) => pause),
    searchEvent: searches.map(({ event }) => event),
    key: await keys.evaluate(({ promise }) => promise),
  };
}

/** Ticks options, each alone. */
export async function tick(page: Page, gone: Gone): Promise<Measures> {
  const ticks: Waited[] = [];
  for (const { legend, label, shows } of TICKS) {
    const option = optionOf(page, legend, label);
    // Beforehand, so that scrolling to it is no part of what is measured.
    await option.scrollIntoViewIfNeeded();
    ticks.push(await waited(page, 'click', [shows], () => option.click()));
    await option.click();
    await gone([shows]);
  }
  return { tick: ticks.map(({ painted }) => painted), tickEvent: ticks.map(({ event }) => event) };
}

/** Does something, and gives how long its cards took. They must not have been there before. */
async function waited(page: Page, type: string, words: string[], act: () => Promise<void>): Promise<Waited> {
  if (await page.evaluate((words) => window.bench.shows(words), words)) {
    throw new Error(`the cards showed "${words.join(' ')}" before they were asked to`);
  }
  // The handle is there when the page listens: input and questions come to it by different ways.
  const result = await page.evaluateHandle(([type, words]) => ({ promise: window.bench.until(type, words) }), [type, words] as const);
  await act();
  return inTime(result.evaluate(({ promise }) => promise), `no cards came that show "${words.join(' ')}"`);
}

/** What is not there after a minute never comes. */
function inTime<T>(promise: Promise<T>, message: string): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), 60_000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
