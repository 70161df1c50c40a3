import { dirname, resolve } from 'node:path';
import { test as base, expect, type BrowserContext, type ConsoleMessage } from '@playwright/test';
import { Directory } from '../directory';
import { Events } from './events';
import { HostPage } from './host-page';
import { Dist, Origin } from './server';

export { expect };

/** The page's own origin and the built folder; `site.other` is a second origin (a CDN, or a publisher). */
export type Site = Origin & { readonly other: Origin };

/** What one test may hear. Everything that it does not declare fails it when it ends. */
export class Calm {
  /** Every console message of the page, in order: `warning: text`. */
  readonly console: string[] = [];
  readonly errors: string[] = [];
  readonly strangers: string[] = [];
  private readonly allowed: RegExp[] = [];

  constructor(context: BrowserContext, private readonly origins: string[]) {
    context.on('console', (message: ConsoleMessage) => this.console.push(`${message.type()}: ${message.text()}`));
    // Uncaught exceptions and unhandled rejections both.
    context.on('weberror', (error) => this.errors.push(String(error.error())));
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:' && !origins.includes(origin)) this.strangers.push(request.url());
    });
  }

  /** Declares that the console may say this. */
  allowConsole(pattern: RegExp) {
    this.allowed.push(pattern);
  }

  /** Declares that the page may ask this origin too, whether or not anybody is there. */
  allowOrigin(origin: string) {
    this.origins.push(origin);
  }

  /** Declares the lines that Chromium itself writes for a request that failed: no script can prevent them. */
  allowFailedRequests() {
    this.allowConsole(/^error: (Failed to load resource|Access to .* blocked by CORS policy|.*integrity)/);
  }

  check() {
    const undeclared = this.console.filter((line) => !this.allowed.some((pattern) => pattern.test(line)));
    expect.soft(this.errors, 'uncaught errors and unhandled rejections').toEqual([]);
    expect.soft(undeclared, 'console messages').toEqual([]);
    expect.soft(this.strangers, 'requests to origins that are not of this test').toEqual([]);
  }
}

interface Fixtures {
  site: Site;
  calm: Calm;
  /** The first directory of the page; `directory.nth(1)` is the next. */
  directory: Directory;
  /** The `psd-*` events that reach the document, from the first. */
  events: Events;
  /** The page around the directory, watched from before its first script. */
  host: HostPage;
}

export const test = base.extend<Fixtures, { servers: Site }>({
  servers: [
    async ({}, use, { config }) => {
      const dist = new Dist(process.env.PSD_DIST ?? resolve(dirname(config.configFile!), '../../dist'));
      const [site, other] = [await Origin.start(dist), await Origin.start(dist)];
      await use(Object.assign(site, { other }));
      await Promise.all([site.stop(), other.stop()]);
    },
    { scope: 'worker' },
  ],
  site: async ({ servers }, use) => {
    await use(servers);
    servers.reset();
    servers.other.reset();
  },
  calm: [
    // The site comes first, so that it goes last: a page that is still open would send its next request to the next test.
    async ({ site, context }, use) => {
      const calm = new Calm(context, [site.url, site.other.url]);
      await use(calm);
      calm.check();
    },
    { auto: true },
  ],
  directory: async ({ page }, use) => use(new Directory(page)),
  events: async ({ page }, use) => use(await Events.record(page)),
  host: async ({ page }, use) => use(await HostPage.watch(page)),
});
