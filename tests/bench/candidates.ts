import type { Locator, Page } from '@playwright/test';
import type { Subject } from './probe';

/** One way to put a list of groups on a page: ours or a peer. */
export interface Candidate {
  /** Its folder among the pages, and the name of its entry point in `peers/`. */
  id: string;
  /** The npm packages that it is made of; none for ours. */
  packages: string[];
  /** Whether it shows the directory's own card, element by element. */
  hasOurCard?: boolean;
  subject: Subject;
}

export const candidates: Candidate[] = [
  {
    id: 'peer-support-directory',
    packages: [],
    hasOurCard: true,
    subject: { host: 'peer-support-directory', card: '[part~="card"]', waits: true },
  },
  { id: 'list-js', packages: ['list.js'], subject: { card: '.card' } },
  { id: 'itemsjs', packages: ['itemsjs', 'lit'], subject: { card: '.card' } },
  { id: 'minisearch', packages: ['minisearch', 'lit'], subject: { card: '.card' } },
  { id: 'minisearch-whole-card', packages: ['minisearch', 'lit'], hasOurCard: true, subject: { card: '.card' } },
  { id: 'instantsearch', packages: ['instantsearch.js'], subject: { card: '.card' } },
  {
    id: 'pagefind',
    packages: ['pagefind', '@pagefind/component-ui'],
    subject: { card: '.pf-results > li', placeholder: '[aria-hidden]', waits: true },
  },
];

/** The search box, found by its role in whatever root it lies. */
export function searchBox(page: Page): Locator {
  return page.getByRole('searchbox');
}

/** A checkbox by the legend of its filter and how its label begins; a count may follow. */
export function option(page: Page, legend: string, label: string): Locator {
  return page.getByRole('group', { name: legend, exact: true }).getByRole('checkbox', { name: new RegExp(`^${label}`) });
}
