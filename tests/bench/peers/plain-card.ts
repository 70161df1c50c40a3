import { html, type TemplateResult } from 'lit';
import { foot, how, when, who, type Entry } from './records';

/** What a charity would make first: the facts, one below the other. */
export function plainCard(entry: Entry): TemplateResult {
  const { name, summary, kinds, group } = entry;
  return html`<li>
    <article class="card">
      <h3>${name}</h3>
      ${kinds.includes('Support group') ? '' : html`<p>${kinds.join(', ')}</p>`}
      <p>${summary}</p>
      <ul>
        <li>${who(entry)}</li>
        <li>${how(entry)}</li>
        <li>${when(entry)}</li>
      </ul>
      <p><a class="action" href=${group.url} rel="noopener">Visit ${name}</a></p>
      <p class="small">Opens ${new URL(group.url).hostname}</p>
      ${group.phones.map(({ number }) => html`<p>Phone: <a href="tel:${number.replaceAll(' ', '')}">${number}</a></p>`)}
      <p class="small">${foot(entry)}</p>
    </article>
  </li>`;
}
