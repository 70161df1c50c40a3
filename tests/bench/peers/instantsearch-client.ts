import { SEARCHED, type Entry, type Filter } from './records';

/** An entry as InstantSearch takes it. */
export type Hit = Entry & { objectID: string };

/** What InstantSearch asks, as far as its widgets in this page use it. */
interface Request {
  params?: { query?: string; facets?: string | readonly string[]; facetFilters?: unknown; hitsPerPage?: number; page?: number };
}

/** Answers InstantSearch from a list in memory, in the form of Algolia's answers. */
export function memoryClient(entries: Entry[]) {
  // Each text once, lower-case, with a space before each word.
  const texts = entries.map((entry) => ` ${SEARCHED.flatMap((key) => entry[key]).join(' ')}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));
  const hits: Hit[] = entries.map((entry) => ({ ...entry, objectID: entry.id }));

  const answer = ({ params = {} }: Request) => {
    const { query = '', facets = [], facetFilters = [], hitsPerPage = 20, page = 0 } = params;
    const words = query.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).map((word) => ` ${word}`);
    const groups = (facetFilters as (string | string[])[]).map((group) => [group].flat().map(read));
    const found = hits.filter(
      (hit, at) =>
        words.every((word) => texts[at].includes(word)) &&
        groups.every((group) => group.some(([key, name]) => hit[key].includes(name))),
    );
    return {
      hits: found.slice(page * hitsPerPage, (page + 1) * hitsPerPage),
      nbHits: found.length,
      page,
      nbPages: Math.ceil(found.length / Math.max(hitsPerPage, 1)),
      hitsPerPage,
      facets: Object.fromEntries([facets].flat().map((key) => [key, count(found, key as Filter)])),
      exhaustiveNbHits: true,
      processingTimeMS: 0,
      query,
      params: '',
    };
  };
  return { search: async (requests: readonly Request[]) => ({ results: requests.map(answer) as never }) };
}

/** "types:Breast cancer" as a filter and an option of it. */
function read(filter: string): [Filter, string] {
  const at = filter.indexOf(':');
  return [filter.slice(0, at) as Filter, filter.slice(at + 1)];
}

function count(found: Hit[], key: Filter): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const hit of found) for (const name of hit[key]) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
