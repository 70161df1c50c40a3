import { expect, type Locator, type Page } from '@playwright/test';
import { Directory } from '../directory';
import type { Site } from './test';

export type Way = 'An element' | 'Only a script tag' | 'A placeholder';
export type Fold =
  | 'Title and words'
  | 'Filters'
  | 'Show only some groups'
  | 'Choices made at the start'
  | 'Colours and sizes'
  | 'Loading'
  | 'For your web developer: parts';

/** The builder on the demo page, found as an editor finds it. */
export class Builder {
  readonly section: Locator;
  /** The second directory of the page, which changes with the choices. */
  readonly preview: Directory;
  readonly list: Locator;
  readonly check: Locator;
  /** What is said of the list. */
  readonly report: Locator;
  readonly problems: Locator;
  readonly snippet: Locator;
  readonly copy: Locator;
  readonly status: Locator;
  readonly integrity: Locator;

  constructor(readonly page: Page) {
    const section = (this.section = page.getByRole('region', { name: 'Put it on your site' }));
    this.preview = new Directory(page, 1);
    this.list = section.getByRole('textbox', { name: 'Web address of your list' });
    this.check = section.getByRole('button', { name: 'Check the list' });
    this.report = section.locator('#list-report');
    this.problems = this.report.getByRole('table');
    this.snippet = section.getByRole('textbox', { name: 'Code for your page' });
    this.copy = section.getByRole('button', { name: 'Copy the code' });
    this.status = page.locator('#builder-status');
    this.integrity = section.getByRole('checkbox', { name: 'With integrity' });
  }

  /** Opens the demo page, with choices in its fragment, and waits until the list is judged. */
  static async open(page: Page, site: Site, choices: Record<string, string> = {}): Promise<Builder> {
    const builder = new Builder(page);
    await page.goto(Builder.address(site, choices));
    await builder.loaded();
    return builder;
  }

  static address(site: Site, choices: Record<string, string> = {}): string {
    const fragment = new URLSearchParams(choices).toString();
    return `${site.url}/dist/index.html${fragment && `#builder?${fragment}`}`;
  }

  async loaded() {
    await expect(this.report).toContainText(/problem|cannot be shown/);
  }

  /** Opens one group of settings. */
  async unfold(fold: Fold) {
    const button = this.section.getByRole('button', { name: fold, exact: true });
    await button.click();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
  }

  async choose(way: Way) {
    await this.section.getByRole('radio', { name: way }).check();
  }

  /** The fieldset of a facet among the restrictions, or among the choices made at the start. */
  facet(fold: 'only' | 'start', legend: string): Locator {
    return this.section.locator(`#${fold}`).getByRole('group', { name: legend, exact: true });
  }

  /** The choices that the address holds. */
  choices(): Record<string, string> {
    return Object.fromEntries(new URLSearchParams(new URL(this.page.url()).hash.replace('#builder?', '')));
  }
}
