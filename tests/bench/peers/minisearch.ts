/**
 * MiniSearch with lit. MiniSearch finds words by their beginnings and forgives typos, as its own guide sets it up for
 * search as you type. It has no facets: the options are filtered with its `filter`, and show no counts. It knows no
 * synonyms, no tree of types, no dates, no distances. lit renders; the page that goes with it is in `lit-page.ts`.
 */
import MiniSearch, { type SearchResult } from 'minisearch';
import { start, type Choices } from './lit-page';
import { FILTERS, SEARCHED, type Entry } from './records';

await start((entries) => {
  const engine = new MiniSearch<Entry>({
    fields: [...SEARCHED],
    searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { name: 2 } },
  });
  engine.addAll(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const options = Object.fromEntries(FILTERS.map(({ key }) => [key, commonestFirst(entries.flatMap((entry) => entry[key]))]));

  return (text, choices, limit) => {
    const isChosen = (entry: Entry) =>
      FILTERS.every(({ key }) => choices[key].length === 0 || choices[key].some((name) => entry[key].includes(name)));
    const found = text.trim() ? search(text, choices) : entries.filter(isChosen);
    return { total: found.length, shown: found.slice(0, limit), options: options as never };

    function search(text: string, choices: Choices): Entry[] {
      const hasChoices = Object.values(choices).some((names) => names.length > 0);
      const filter = hasChoices ? ({ id }: SearchResult) => isChosen(byId.get(id)!) : undefined;
      return engine.search(text, { filter }).map(({ id }) => byId.get(id)!);
    }
  };
});

function commonestFirst(names: string[]) {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => ({ name }));
}
