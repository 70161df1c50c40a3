/**
 * List.js, made from the list with a template and with its own paging. It finds words anywhere in the texts, and
 * filters with a function. It has no facets, so options show no counts; it forgives no typos and knows no synonyms, no
 * tree of types, no dates, no distances. It puts what a template gives into the page as markup, so the page escapes
 * it first. Its own search box listens to keys alone: this one listens to input, so that pasted words count too.
 */
import List from 'list.js';
import { FILTERS, foot, how, load, PAGE, SEARCHED, when, who, COMMONEST, type Entry, type Filter } from './records';

const entries = await load();
const choices = new Map<Filter, Set<string>>(FILTERS.map(({ key }) => [key, new Set()]));
const form = document.querySelector('form')!;

const list = new List(
  'groups',
  { item: card as never, listClass: 'cards', page: PAGE, pagination: true, searchColumns: [...SEARCHED] } as never,
  entries,
);
const count = document.querySelector('h2')!;
const update = () => (count.textContent = `${list.matchingItems.length.toLocaleString('en-GB')} results`);
list.on('updated', update);
update();

form.addEventListener('submit', (event) => event.preventDefault());
document.getElementById('search')!.addEventListener('input', (event) => {
  list.search((event.target as HTMLInputElement).value);
});
for (const { key, legend } of FILTERS) form.append(filter(key, legend));

function filter(key: Filter, legend: string): HTMLElement {
  const set = document.createElement('fieldset');
  const names = commonestFirst(entries.flatMap((entry) => entry[key]));
  const options = names.map((name) => `<label><input type="checkbox" value="${escape(name)}"> ${escape(name)}</label>`);
  const rest = names.length > COMMONEST + 2 ? options.splice(COMMONEST) : [];
  set.innerHTML = `<legend>${legend}</legend>${options.join('')}`;
  if (rest.length > 0) {
    set.insertAdjacentHTML('beforeend', `<div hidden>${rest.join('')}</div><button type="button">Show all</button>`);
    const [more, button] = [set.querySelector('div')!, set.querySelector('button')!];
    button.addEventListener('click', () => {
      more.hidden = !more.hidden;
      button.textContent = more.hidden ? 'Show all' : 'Show fewer';
    });
  }
  set.addEventListener('change', ({ target }) => {
    const { checked, value } = target as HTMLInputElement;
    if (checked) choices.get(key)!.add(value);
    else choices.get(key)!.delete(value);
    choose();
  });
  return set;
}

function choose() {
  const chosen = [...choices].filter(([, names]) => names.size > 0);
  if (chosen.length === 0) {
    list.filter();
  } else {
    list.filter((item) => {
      const entry = item.values() as Entry;
      return chosen.every(([key, names]) => entry[key].some((name) => names.has(name)));
    });
  }
}

function card(entry: Entry): string {
  const { name, summary, kinds, group } = entry;
  const [{ number }] = group.phones;
  return `<li><article class="card">
    <h3>${escape(name)}</h3>
    ${kinds.includes('Support group') ? '' : `<p>${escape(kinds.join(', '))}</p>`}
    <p>${escape(summary)}</p>
    <ul><li>${escape(who(entry))}</li><li>${escape(how(entry))}</li><li>${escape(when(entry))}</li></ul>
    <p><a class="action" href="${escape(group.url)}" rel="noopener">Visit ${escape(name)}</a></p>
    <p class="small">Opens ${escape(new URL(group.url).hostname)}</p>
    <p>Phone: <a href="tel:${escape(number.replaceAll(' ', ''))}">${escape(number)}</a></p>
    <p class="small">${escape(foot(entry))}</p>
  </article></li>`;
}

function commonestFirst(names: string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
