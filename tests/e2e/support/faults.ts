import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { Directory } from '../directory';
import { small } from '../fixtures/lists';
import type { Events } from './events';
import { openHostPage } from './host-page';
import { element } from './markup';
import { test as base, type Calm, type Site } from './test';
import { passTime } from './time';

/** What Chromium itself writes for a request that failed: no script can prevent it. */
export const FAILED_REQUEST = /^error: Failed to load resource: /;

/** A failure: the code and the words of `psd-error`. */
export interface Failure {
  code: 'network' | 'timeout' | 'status' | 'too-large' | 'not-a-list' | 'unsupported' | 'wasm';
  message: RegExp;
}

/** A problem of `psd-ready`. */
export interface Problem {
  path: string;
  message: string;
}

/** A list that shows: how many groups, and its problems. */
export interface Shown {
  groups: number;
  problems?: Problem[];
}

/** The page's milliseconds that pass in one step. Answers need steps too: where there are none, the steps may be large. */
const STEP = { pauses: 250, silence: 1000 };

/** Where a fault is made. */
export interface World {
  page: Page;
  context: BrowserContext;
  site: Site;
  calm: Calm;
}

/** What the page is, where it is not the usual one: a directory of `/groups.json`. */
export interface Opened {
  /** The address of the list. */
  list?: string;
  scripts?: string;
  headers?: Record<string, string>;
}

/** One row of the matrix. */
export interface Fault {
  name: string;
  /** Makes the fault, before the page opens. `/groups.json` is the small list unless it is answered otherwise. */
  make: (world: World) => Opened | void | Promise<Opened | void>;
  /** What the visitor and the page get: a message, groups, or (without any event) the page's own content. */
  gives: Failure | Shown | 'fallback';
  /** What the browser itself writes to the console. */
  console?: RegExp;
  /** What lets seconds pass: the pauses between tries, or 8 seconds of silence in each. */
  takesTime?: keyof typeof STEP;
  /** Takes the fault away, so that "Try again" must show ten groups. */
  mend?: (world: World) => unknown;
  /** What else the servers or the page must have seen. */
  check?: (world: World) => unknown;
}

/** The small list, where there was a fault before. */
export const mendList = ({ site }: World) => void site.list('/groups.json', small(site.url));

interface Fixtures {
  /** Goes through one row: what shows, the event, the console, and the untouched page around it. */
  face: (fault: Fault) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  face: async ({ page, context, site, calm, directory, events, host }, use) => {
    await use(async ({ gives, ...fault }) => {
      const world = { page, context, site, calm };
      if (fault.console) calm.allowConsole(fault.console);
      await page.clock.install();
      mendList(world);
      const { list = '/groups.json', scripts, headers } = (await fault.make(world)) ?? {};
      await openHostPage(world, { directories: element({ list }), scripts }, { headers });
      if (fault.takesTime) await passTime(page, async () => (await events.all()).length, STEP[fault.takesTime]);
      await expectOutcome(gives, directory, events);
      // Whatever still waits comes now.
      await page.clock.runFor(60_000);
      await fault.check?.(world);
      await host.expectUntouched();
      await host.expectUnmoved();
      await expectOutcome(gives, directory, events);
      if (fault.mend) {
        await fault.mend(world);
        await directory.tryAgain.click();
        await directory.expectCount(10);
        await expect(directory.error).toHaveCount(0);
        expect(await events.of('psd-ready')).toHaveLength(1);
      }
      await host.expectAlive();
    });
  },
});

/** What a visitor sees and what the page is told, exactly once. */
export async function expectOutcome(gives: Fault['gives'], directory: Directory, events: Events) {
  const fallback = directory.page.getByRole('link', { name: 'See our support groups' });
  if (gives === 'fallback') {
    await expect(fallback).toBeVisible();
    await expect(directory.region).toHaveCount(0);
    await expect(directory.error).toHaveCount(0);
    expect(await events.all()).toEqual([]);
  } else if ('code' in gives) {
    expect(await events.detail('psd-error')).toEqual({ code: gives.code, message: expect.stringMatching(gives.message) });
    expect(named(await events.all())).toEqual(['psd-error']);
    await expectMessage(directory);
  } else {
    expect(await events.detail('psd-ready')).toEqual({ groups: gives.groups, problems: gives.problems ?? [] });
    expect(named(await events.all())).toEqual(['psd-ready']);
    await directory.expectCount(gives.groups);
    await expect(directory.error).toHaveCount(0);
    await expect(fallback).toBeHidden();
  }
}

/** The message, the helpline and "Try again", below the page's own content, and nothing of the list. */
export async function expectMessage(directory: Directory) {
  await expect(directory.error).toBeVisible();
  await expect(directory.tryAgain).toBeVisible();
  await expect(directory.link('0808 808 00 00')).toBeVisible();
  await expect(directory.region).toHaveCount(0);
  const [fallback, message] = await Promise.all(
    [directory.page.getByRole('link', { name: 'See our support groups' }), directory.error].map((one) => one.boundingBox()),
  );
  expect(message!.y, 'the message follows the fallback content').toBeGreaterThanOrEqual(fallback!.y + fallback!.height / 2);
}

const named = (events: { name: string }[]) => events.map(({ name }) => name);

/** The title of a row's test. */
export function title({ name, gives }: Fault): string {
  return `${name}: ${result(gives)}`;
}

function result(gives: Fault['gives']): string {
  if (gives === 'fallback') return 'the page keeps its own content';
  if ('code' in gives) return `the message, and psd-error "${gives.code}"`;
  const { groups, problems = [] } = gives;
  return `${counted(groups, 'group')}${problems.length ? ` and ${counted(problems.length, 'problem')}` : ''}`;
}

const counted = (count: number, word: string) => `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`;
