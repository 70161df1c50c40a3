import { dirname, resolve } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { Builder, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { Options, ServiceBuilder } from 'selenium-webdriver/firefox';
import { page as wholePage } from '../e2e/support/markup';
import { Dist, Origin } from '../e2e/support/server';

export { expect, Key };

/** What a visitor finds, by its role. */
type Role = 'button' | 'link' | 'checkbox' | 'searchbox' | 'title' | 'results' | 'card' | 'status' | 'place';

const SELECTORS: Record<Role, string> = {
  button: 'button',
  link: 'a[href]',
  checkbox: 'input[type="checkbox"]',
  searchbox: 'input[type="search"]',
  title: '[part~="title"]',
  results: '[part~="results"] > :is(h2, h3, h4, h5)',
  card: '[part~="card"]',
  status: '[role="status"]',
  place: '#near',
};

/** Catches what a page's own error reporting would catch: it stands before everything else. */
const LISTENER = `<script>
var noise = [];
addEventListener('error', function (event) { noise.push('error: ' + event.message) });
addEventListener('unhandledrejection', function (event) { noise.push('rejection: ' + event.reason) });
['error', 'warn', 'info', 'log'].forEach(function (name) { console[name] = function () { noise.push(name + ': ' + [].join.call(arguments)) } });
</script>`;

/** A Firefox, and the directories on the page that it shows. */
export class Firefox {
  constructor(readonly driver: WebDriver) {}

  open(address: string) {
    return this.driver.get(address);
  }

  /** Runs a function in the page; it sees only its arguments. */
  run<Result, Args extends unknown[]>(run: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>> {
    return this.driver.executeScript(run, ...args);
  }

  /** All that show of a kind whose words match, in one directory of the page. */
  async all(role: Role, words: RegExp = /(?:)/, directory = 0): Promise<WebElement[]> {
    return this.driver.executeScript(
      function (selector: string, words: string, directory: number) {
        const root = document.querySelectorAll('peer-support-directory')[directory]?.shadowRoot;
        const pattern = new RegExp(words);
        return [...(root?.querySelectorAll<HTMLInputElement>(selector) ?? [])].filter((one) => {
          const text = (one.labels?.[0] ?? one).textContent!.replace(/\s+/g, ' ').trim();
          return one.checkVisibility() && pattern.test(text);
        });
      },
      SELECTORS[role],
      words.source,
      directory,
    );
  }

  /** The first that shows, waited for. */
  async one(role: Role, words?: RegExp, directory?: number): Promise<WebElement> {
    let found: WebElement[] = [];
    await expect.poll(async () => (found = await this.all(role, words, directory)).length, `${role} ${words ?? ''}`).toBeGreaterThan(0);
    return found[0];
  }

  async click(role: Role, words?: RegExp, directory?: number) {
    const element = await this.one(role, words, directory);
    // Not where a page's header may lie over it.
    await this.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
    await element.click();
  }

  /** Waits until the heading says so many results, and all of the directory is there: the status comes last. */
  async expectCount(count: number, directory = 0) {
    const words = async () => Promise.all((await this.all('results', undefined, directory)).map((heading) => heading.getText()));
    await expect.poll(words).toContain(`${count} ${count === 1 ? 'result' : 'results'}`);
    await this.one('status', undefined, directory);
  }

  /** The names on the cards. */
  names(): Promise<string[]> {
    return this.run(() => [...document.querySelector('peer-support-directory')!.shadowRoot!.querySelectorAll('[part~="card-title"]')].map((one) => one.textContent!));
  }

  /** The words of what has the focus; where that is outside, the name of it. */
  focused(): Promise<string> {
    return this.run(() => {
      const inside = document.querySelector('peer-support-directory')!.shadowRoot!.activeElement as HTMLInputElement | null;
      return inside ? (inside.labels?.[0] ?? inside).textContent!.replace(/\s+/g, ' ').trim() : `outside: ${document.activeElement?.localName}`;
    });
  }

  press(...keys: string[]) {
    return this.driver.actions().sendKeys(...keys).perform();
  }
}

interface Fixtures {
  site: Origin & { other: Origin };
  firefox: Firefox;
  /** Serves a page whose errors and console are listened to; what it says fails the test. Gives its address. */
  listened: (path: string, body: string, head?: string) => string;
}

interface Worker {
  driver: WebDriver;
  origins: Origin[];
}

export const test = base.extend<Fixtures, Worker>({
  driver: [
    async ({}, use) => {
      const options = new Options().addArguments('-headless', '--width=1280', '--height=900').setPreference('intl.accept_languages', 'en-GB');
      // Nothing but the page is to ask for anything.
      for (const name of ['browser.safebrowsing.downloads.remote.enabled', 'network.captive-portal-service.enabled', 'network.connectivity-service.enabled', 'browser.chrome.site_icons'])
        options.setPreference(name, false);
      if (process.env.PSD_FIREFOX) options.setBinary(process.env.PSD_FIREFOX);
      const service = new ServiceBuilder(process.env.PSD_GECKODRIVER ?? 'geckodriver');
      const driver = await new Builder().forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service).build();
      await use(driver);
      await driver.quit();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  origins: [
    async ({}, use, { config }) => {
      const dist = new Dist(process.env.PSD_DIST ?? resolve(dirname(config.configFile!), '../../dist'));
      const origins = [await Origin.start(dist), await Origin.start(dist)];
      await use(origins);
      for (const origin of origins) await origin.stop();
    },
    { scope: 'worker' },
  ],
  site: async ({ origins: [site, other], driver }, use) => {
    await use(Object.assign(site, { other }));
    await driver.get('about:blank');
    site.reset();
    other.reset();
  },
  firefox: async ({ driver }, use) => use(new Firefox(driver)),
  listened: async ({ site, driver }, use) => {
    await use((path, body, head = '') => site.page(path, wholePage(body, { head: LISTENER + head })));
    expect(await driver.executeScript('return window.noise ?? []'), 'errors and the console').toEqual([]);
  },
});
