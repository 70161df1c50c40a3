/**
 * MiniSearch finds words by their beginnings and forgives typos, as its own guide sets it up for search as you type.
 * It has no facets: the options are filtered with its `filter`, and show no counts. It knows no synonyms, no tree of
 * types, no dates, no distances.
 */
import MiniSearch, { type SearchResult } from 'minisearch';
import type { Find, Found } from './lit-page';
import { FILTERS, SEARCHED, type Entry } from './records';

export function makeFind(entries: Entry[]): Find {
  const engine = new MiniSearch<Entry>({
    fields: [...SEARCHED],
    searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { name: 2 } },
  });
  engine.addAll(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const options = Object.fromEntries(
    FILTERS.map(({ key }) => [key, commonestFirst(entries.flatMap((entry) => entry[key]))]),
  ) as Found['options'];

  return (text, choices, limit) => {
    const isChosen = (entry: Entry) =>
      FILTERS.every(({ key }) => choices[key].length === 0 || choices[key].some((name) => entry[key].includes(name)));
    if (!text.trim()) {
      const found = entries.filter(isChosen);
      return { total: found.length, shown: found.slice(0, limit), words: [], options };
    }
    const hasChoices = Object.values(choices).some((names) => names.length > 0);
    const filter = hasChoices ? ({ id }: SearchResult) => isChosen(byId.get(id)!) : undefined;
    const results = engine.search(text, { filter });
    const first = results.slice(0, limit);
    return {
      total: results.length,
      shown: first.map(({ id }) => byId.get(id)!),
      words: [...new Set(first.flatMap(({ terms }) => terms))],
      options,
    };
  };
}

function commonestFirst(names: string[]) {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => ({ name }));
}
