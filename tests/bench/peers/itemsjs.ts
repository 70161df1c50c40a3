/**
 * itemsjs with lit. itemsjs finds words by their beginnings, filters, and counts for each option what it would give
 * beside the other filters. It forgives no typos and knows no synonyms, no tree of types, no dates, no distances.
 * lit renders; the page that goes with it is in `lit-page.ts`.
 */
import itemsjs from 'itemsjs';
import { start, type Option } from './lit-page';
import { FILTERS, SEARCHED, type Entry, type Filter } from './records';

// An option per town and more: enough for all.
const ALL_OPTIONS = 100;

await start((entries) => {
  const options = { size: ALL_OPTIONS, conjunction: false, chosen_filters_on_top: false };
  const engine = itemsjs<Entry, string, Filter>(entries, {
    searchableFields: [...SEARCHED],
    aggregations: Object.fromEntries(FILTERS.map(({ key, legend }) => [key, { title: legend, ...options }])) as never,
  });
  return (query, filters, limit) => {
    const { data, pagination } = engine.search({ query, filters, per_page: limit });
    const counted = FILTERS.map(({ key }) => {
      const { buckets } = data.aggregations[key];
      // Its types take a bucket's key for the whole list of an entry's options.
      return [key, buckets.map(({ key: name, doc_count }): Option => ({ name: String(name), count: doc_count }))];
    });
    return { total: pagination.total, shown: data.items, options: Object.fromEntries(counted) };
  };
});
