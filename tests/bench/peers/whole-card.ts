/**
 * The directory's own card, element by element, for a page that renders the same as the directory does. Like the
 * directory it works out when a group meets next, marks what a search found, and has a button for a calendar and one
 * for more. What they open is less than in the directory: nothing that is measured opens it.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Surroundings } from './lit-page';
import { foot, how, next, when, type Entry } from './records';

const icon = (path: string) => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

const CHEVRON = icon('M9 5l7 7-7 7');
const PEOPLE = icon(
  'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5c2.2.8 3.5 2.7 3.5 5.5',
);
const PLACE = icon(
  'M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
);
const SCREEN = icon('M4 5h16v11H4zM9 20h6M12 16v4');
const CLOCK = icon('M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2');

export function wholeCard(entry: Entry, { words, open, toggle }: Surroundings): TemplateResult {
  const { id, name, summary, types, audiences, kinds, formats, group } = entry;
  const [{ venue }] = group.meetings;
  const { diary, day } = next(entry);
  const marked = (text: string) => withMarks(text, words);
  const disclosure = (id: string, label: TemplateResult, content: () => TemplateResult) => html`<div class="disclosure">
    <button
      class="toggle"
      type="button"
      aria-expanded=${open.has(id)}
      aria-controls=${id}
      @click=${() => toggle(id)}
    >${CHEVRON}${label}</button>
    <div id=${id} class="disclosed" ?hidden=${!open.has(id)}>${open.has(id) ? content() : nothing}</div>
  </div>`;
  const fact = (icon: TemplateResult, content: unknown) => html`<li class="fact">${icon}<span>${content}</span></li>`;
  const who = [...types, ...audiences].map((option, at) => [at === 0 ? '' : '. ', marked(option)]);

  return html`<li>
    <article class="card" aria-labelledby=${id}>
      <p class="diary" aria-hidden="true">${diary.map((part) => html`<span>${part}</span>`)}</p>
      <h3 id=${id} class="card-title" tabindex="-1">${marked(name)}</h3>
      ${kinds.includes('Support group') ? nothing : html`<p class="kind">${marked(kinds.join(', '))}</p>`}
      <p class="summary">${marked(summary)}</p>
      <ul class="facts" role="list">
        ${fact(PEOPLE, who)}
        ${fact(formats.includes('In person') ? PLACE : SCREEN, marked(how(entry)))}
        ${fact(CLOCK, html`<strong class="next">${day}</strong> ${when(entry)}`)}
      </ul>
      <div class="action">
        <a class="button" href=${group.url} target="_top" rel="noopener" referrerpolicy="no-referrer">Visit ${name}</a>
        <span class="opens small">Opens ${new URL(group.url).hostname}</span>
      </div>
      <ul class="contact" role="list">
        ${group.phones.map(({ number }) => html`<li>Phone: <a class="phone" href="tel:${number.replaceAll(' ', '')}">${number}</a></li>`)}
      </ul>
      <div class="card-more">
        ${disclosure(
          `calendar-${id}`,
          html`Add to calendar<span class="visually-hidden"> ${name}</span>`,
          () => html`<a href=${calendar(entry)}>Add ${name} to Google Calendar</a>`,
        )}
        ${disclosure(`more-${id}`, html`More about ${name}`, () => html`<p>${venue ? `Meets in ${venue.town}. ` : ''}${day}</p>`)}
      </div>
      <p class="foot small">${foot(entry)}</p>
    </article>
  </li>`;
}

/** A text in its own direction, with each word that the search found in a `mark`. */
function withMarks(text: string, words: string[]): TemplateResult {
  if (words.length === 0) return html`<bdi>${text}</bdi>`;
  // The engine's words are letters and digits alone. Every second part is one of them.
  const parts = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu'));
  return html`<bdi>${parts.map((part, nth) => (nth % 2 ? html`<mark>${part}</mark>` : part))}</bdi>`;
}

/** A link to a new event in Google Calendar. */
function calendar(entry: Entry): string {
  const { starts } = next(entry);
  const compact = starts.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const query = new URLSearchParams({ action: 'TEMPLATE', text: entry.name, dates: `${compact}/${compact}`, location: how(entry) });
  return `https://calendar.google.com/calendar/render?${query}`;
}
