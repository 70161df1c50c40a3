/**
 * Pagefind's component UI over an index that Pagefind made ahead, which is its way: the page fetches no list, only the
 * parts of the index that a search needs, and each group as its card comes into view. It finds words by their stems
 * and beginnings, filters, and counts. For a word that it does not have it takes the longest beginning that it has, and
 * otherwise forgives no typos. It knows no synonyms, no tree of types, no dates, no distances. Its input waits 300 ms
 * for further typing, as it does by default.
 *
 * `faceted` shows all groups before anything is asked. It has no paging but `max-results`, without which it would put
 * a placeholder for each group into the page: "Show more" raises that, so that it shows 20 as the others do.
 */
import '@pagefind/component-ui';
import '@pagefind/component-ui/css';
import { PAGE } from './records';

interface Results extends HTMLElement {
  maxResults: number;
  instance: { searchFilters: Record<string, string[]>; triggerFilters(filters: Record<string, string[]>): void };
}

const results = document.querySelector<Results>('pagefind-results')!;
document.getElementById('more')!.addEventListener('click', () => {
  results.maxResults += PAGE;
  results.instance.triggerFilters(results.instance.searchFilters);
});
