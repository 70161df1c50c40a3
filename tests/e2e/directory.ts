import { expect, type Locator, type Page } from '@playwright/test';

/** The filters by the words that a visitor reads. */
export type Legend =
  | 'Type of cancer'
  | 'Who it is for'
  | 'Kind of support'
  | 'How it meets'
  | 'Town or area'
  | 'Day'
  | 'Time of day'
  | 'How soon'
  | 'What people do together';

/**
 * One directory on a page, found as a visitor finds it: by role and accessible name, or by the `::part` names
 * that the contract lists. Nothing here knows a class or an id, so the inside may change and the tests stay.
 */
export class Directory {
  /** The custom element; Playwright looks through its open shadow root. */
  readonly host: Locator;
  readonly region: Locator;
  readonly title: Locator;
  readonly explainer: Locator;
  readonly form: Locator;
  readonly search: Locator;
  /** The disclosure around the filters, on a narrow container only. */
  readonly filterDisclosure: Locator;
  readonly showResults: Locator;
  readonly resultsHeading: Locator;
  readonly chips: Locator;
  readonly clearAll: Locator;
  readonly copyLink: Locator;
  readonly status: Locator;
  readonly cards: Locator;
  readonly showMore: Locator;
  readonly empty: Locator;
  readonly error: Locator;
  /** The line above a kept list, where there is no newer one to be had. */
  readonly outdated: Locator;
  readonly tryAgain: Locator;
  readonly loading: Locator;

  constructor(readonly page: Page, index = 0) {
    const host = (this.host = page.locator('peer-support-directory').nth(index));
    this.region = host.getByRole('region').first();
    this.title = host.locator('[part~="title"]');
    this.explainer = host.getByRole('button', { name: 'What is peer support?' });
    this.form = host.getByRole('search');
    this.search = host.getByRole('searchbox');
    this.filterDisclosure = host.getByRole('button', { name: /^Filter groups/ });
    this.showResults = host.getByRole('button', { name: /^Show [\d,]+ results?$/ });
    this.resultsHeading = host.getByRole('heading', { name: /^[\d,]+ results?$/ });
    this.chips = host.getByRole('button', { name: /^Remove filter: / });
    this.clearAll = host.getByRole('button', { name: 'Clear all' });
    this.copyLink = host.getByRole('button', { name: 'Copy link' });
    this.status = host.getByRole('status').first();
    this.cards = host.locator('[part~="card"]');
    this.showMore = host.getByRole('button', { name: /^Show [\d,]+ more$/ });
    this.empty = host.getByText('No groups match all your choices.');
    this.error = host.getByText('Sorry, we cannot show the groups right now.');
    this.outdated = host.getByText(/^We could not get the newest list\./);
    this.tryAgain = host.getByRole('button', { name: 'Try again' });
    this.loading = host.getByText('Loading groups');
  }

  /** Another directory of the same page. */
  nth(index: number): Directory {
    return new Directory(this.page, index);
  }

  /** The first directory of another page. */
  on(page: Page): Directory {
    return new Directory(page);
  }

  /** Waits until the directory shows its list, and all of it: the status comes last. */
  async ready(): Promise<this> {
    await expect(this.resultsHeading).toBeVisible();
    await expect(this.status).toBeAttached();
    return this;
  }

  /** Waits until the heading says so many results, and the first page of their cards is there. */
  async expectCount(count: number) {
    // Large numbers are written as the reader's language writes them.
    const words = `(${count}|${count.toLocaleString('en-GB')}) ${count === 1 ? 'result' : 'results'}`;
    await expect(this.resultsHeading).toHaveText(new RegExp(`^${words}$`));
    await this.ready();
    // What is out of sight comes a frame or two later.
    const pageSize = Number(await this.host.getAttribute('page-size')) || 20;
    await expect.poll(() => this.cards.count()).toBeGreaterThanOrEqual(Math.min(count, pageSize));
  }

  filter(legend: Legend): Locator {
    return this.host.getByRole('group', { name: legend, exact: true });
  }

  /** The legends of the filters, in order. */
  async legends(): Promise<string[]> {
    return this.form.locator('legend').allInnerTexts();
  }

  /** A checkbox by how its label begins: the count that follows it changes. */
  option(legend: Legend, label: string): Locator {
    return this.filter(legend).getByRole('checkbox', { name: beginning(label) });
  }

  async choose(legend: Legend, label: string) {
    await this.option(legend, label).check();
  }

  chip(label: string): Locator {
    return this.host.getByRole('button', { name: `Remove filter: ${label}` });
  }

  card(name: string): Locator {
    return this.cards.filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }

  /** The names on the cards, in order. */
  async names(): Promise<string[]> {
    return this.cards.locator('[part~="card-title"]').allInnerTexts();
  }

  /** What a card says of when its group meets next: one line for each schedule that has a date. */
  next(name: string): Locator {
    return this.card(name).getByRole('strong');
  }

  /** The day of its next meeting as in a diary: "Mon", "23" and "Nov", for eyes alone. */
  diary(name: string): Locator {
    return this.card(name).locator('p[aria-hidden="true"]');
  }

  /** The disclosure of a card: "More about X". */
  more(name: string): Locator {
    return this.host.getByRole('button', { name: `More about ${name}` });
  }

  link(name: string | RegExp): Locator {
    return this.host.getByRole('link', { name });
  }

  /** Opens every disclosure that shows: explainer, filters, long filters, cards. */
  async openEverything() {
    const closed = this.host.getByRole('button', { expanded: false });
    while (await closed.count()) await closed.first().click();
    // Calendars show when the module that makes them has loaded.
    await expect(this.host.locator('[aria-expanded="true"] + :empty')).toHaveCount(0);
  }

  /** Everything inside that can be used and shows: links, buttons, boxes. */
  get controls(): Locator {
    return this.host.locator('a[href], button, input, select').filter({ visible: true });
  }

  /** What has the focus inside, as a visitor would name it; where focus is elsewhere, what that is. */
  async focused(): Promise<string> {
    return this.host.evaluate((host) => {
      const inside = host.shadowRoot!.activeElement as HTMLInputElement | null;
      if (!inside) return `outside: ${document.activeElement?.localName}`;
      const label = inside.labels?.[0];
      return `${inside.localName}: ${(label ?? inside).textContent!.trim().replace(/\s+/g, ' ')}`;
    });
  }
}

/** A name that begins with these words, at the end of a word. */
function beginning(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`);
}
