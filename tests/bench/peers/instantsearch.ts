/**
 * InstantSearch.js with its own widgets, over a client that answers from the list in memory instead of a server. The
 * client finds words by their beginnings and counts the options, which is all that the widgets ask of it. It forgives
 * no typos and knows no synonyms, no tree of types, no dates, no distances. The widgets ask at each key, as they do by
 * default: their guide advises a pause only for slow networks.
 */
import instantsearch from 'instantsearch.js/es';
import { configure, infiniteHits, refinementList, searchBox, stats } from 'instantsearch.js/es/widgets';
import { memoryClient, type Hit } from './instantsearch-client';
import { COMMONEST, FILTERS, foot, how, load, PAGE, when, who } from './records';

const ALL_OPTIONS = 100;

const search = instantsearch({ indexName: 'groups', searchClient: memoryClient(await load()) });
const filters = FILTERS.map(({ key, legend }) => {
  const set = document.createElement('fieldset');
  set.innerHTML = `<legend>${legend}</legend><div></div>`;
  document.getElementById('filters')!.append(set);
  return refinementList({
    container: set.querySelector('div')!,
    attribute: key,
    limit: COMMONEST,
    showMore: true,
    showMoreLimit: ALL_OPTIONS,
    sortBy: ['count:desc', 'name:asc'],
  });
});
search.addWidgets([
  configure({ hitsPerPage: PAGE }),
  searchBox({ container: '#search', showSubmit: false }),
  ...filters,
  stats({
    container: 'h2',
    templates: { text: ({ nbHits }, { html }) => html`${nbHits.toLocaleString('en-GB')} ${nbHits === 1 ? 'result' : 'results'}` },
  }),
  infiniteHits<Hit>({
    container: '#hits',
    cssClasses: { list: 'cards' },
    templates: {
      showMoreText: () => 'Show more',
      item: (entry, { html }) => html`<article class="card">
        <h3>${entry.name}</h3>
        ${entry.kinds.includes('Support group') ? '' : html`<p>${entry.kinds.join(', ')}</p>`}
        <p>${entry.summary}</p>
        <ul>
          <li>${who(entry)}</li>
          <li>${how(entry)}</li>
          <li>${when(entry)}</li>
        </ul>
        <p><a class="action" href="${entry.group.url}" rel="noopener">Visit ${entry.name}</a></p>
        <p class="small">Opens ${new URL(entry.group.url).hostname}</p>
        ${entry.group.phones.map(({ number }) => html`<p>Phone: <a href="tel:${number.replaceAll(' ', '')}">${number}</a></p>`)}
        <p class="small">${foot(entry)}</p>
      </article>`,
    },
  }),
]);
search.start();
