import { html, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { plainCard } from './plain-card';
import { COMMONEST, FILTERS, load, PAGE, type Entry, type Filter } from './records';

/** By filter, the options that are ticked. */
export type Choices = Record<Filter, string[]>;

/** An option of a filter; `count` where the engine counts. */
export interface Option {
  name: string;
  count?: number;
}

export interface Found {
  total: number;
  /** The first of them, as many as were asked for. */
  shown: Entry[];
  /** The words in them that the search found, as far as the engine tells. */
  words?: string[];
  options: Record<Filter, Option[]>;
}

/** What finds entries: `limit` is how many are shown. */
export type Find = (text: string, choices: Choices, limit: number) => Found;

/** What a card needs beside its entry. */
export interface Surroundings {
  /** The words that the search found. */
  words: string[];
  /** The ids of what the visitor has opened. */
  open: Set<string>;
  /** Opens what has this id, or closes it. */
  toggle(id: string): void;
}

export type Card = (entry: Entry, surroundings: Surroundings) => TemplateResult;

/**
 * A page made with lit for an engine that has none of its own. Each event finds and renders at once: lit changes
 * only what differs, and these engines answer within a frame, so none of them asks for a pause.
 */
export async function start(makeFind: (entries: Entry[]) => Find, card: Card = plainCard) {
  const find = makeFind(await load());
  const place = document.getElementById('groups')!;
  const choices = Object.fromEntries(FILTERS.map(({ key }) => [key, []])) as unknown as Choices;
  const expanded = new Set<Filter>();
  const open = new Set<string>();
  let text = '';
  let limit = PAGE;

  const update = () => render(view(find(text, choices, limit)), place);
  const change = () => {
    limit = PAGE;
    update();
  };
  const type = (event: Event) => {
    text = (event.target as HTMLInputElement).value;
    change();
  };
  const tick = (key: Filter, name: string) => {
    choices[key] = choices[key].includes(name) ? choices[key].filter((other) => other !== name) : [...choices[key], name];
    change();
  };
  const expand = (key: Filter) => {
    if (!expanded.delete(key)) expanded.add(key);
    update();
  };
  const toggle = (id: string) => {
    if (!open.delete(id)) open.add(id);
    update();
  };
  const showMore = () => {
    limit += PAGE;
    update();
  };

  const view = ({ total, shown, words = [], options }: Found) => html`
    <form role="search" @submit=${(event: Event) => event.preventDefault()}>
      <label class="label" for="search">Search by name, type of cancer or town</label>
      <input id="search" type="search" autocomplete="off" .value=${text} @input=${type} />
      ${FILTERS.map(({ key, legend }) => filter(key, legend, options[key]))}
    </form>
    <div>
      <h2>${total.toLocaleString('en-GB')} ${total === 1 ? 'result' : 'results'}</h2>
      <ul class="cards">
        ${repeat(
          shown,
          ({ id }) => id,
          (entry) => card(entry, { words, open, toggle }),
        )}
      </ul>
      <button type="button" ?hidden=${shown.length === total} @click=${showMore}>Show more</button>
    </div>
  `;

  const filter = (key: Filter, legend: string, options: Option[]) => {
    const isOpen = expanded.has(key) || options.length <= COMMONEST + 2;
    const shown = isOpen ? options : options.filter(({ name }, at) => at < COMMONEST || choices[key].includes(name));
    const words = expanded.has(key) ? 'Show fewer' : 'Show all';
    return html`<fieldset>
      <legend>${legend}</legend>
      ${repeat(
        shown,
        ({ name }) => name,
        ({ name, count }) => html`<label>
          <input type="checkbox" .checked=${choices[key].includes(name)} @change=${() => tick(key, name)} />
          ${name} ${count === undefined ? '' : html`<span class="small">(${count.toLocaleString('en-GB')})</span>`}
        </label>`,
      )}
      ${options.length > COMMONEST + 2 ? html`<button type="button" @click=${() => expand(key)}>${words}</button>` : ''}
    </fieldset>`;
  };

  place.replaceChildren();
  update();
}
