import { FALLBACK, element, page, script } from './markup';

type Attributes = Parameters<typeof element>[0];

/** The page's own colours, written out, light and dark: tools cannot guess those of the browser. */
const SCHEMES = `:root { color-scheme: light dark }
body { color: light-dark(#111, #eee); background: light-dark(#fff, #111) } a { color: light-dark(#00e, #9cf) }`;

/**
 * A charity's page that is itself in order (a title, landmarks, a link before and one after), so that whatever a
 * tool finds on it, the directory brought.
 */
export function charity(directories: string, { css = '', lang = 'en', dir = 'ltr', before = '' } = {}): string {
  const head = `<style>${SCHEMES} ${css}</style>`;
  const body = `<header>${before}<a id="before" href="/before">Our work</a></header>
<main><h1>A charity's page</h1>${script({ async: true })}${directories}</main>
<footer><a id="after" href="/after">Contact us</a></footer>`;
  return page(body, { head, lang }).replace('<html', `<html dir="${dir}"`);
}

/** One directory of `/groups.json`, or several alike. */
export function directories(count = 1, attributes: Attributes = {}): string {
  return element({ list: '/groups.json', ...attributes }, FALLBACK).repeat(count);
}

/** A page with nothing but the directory of the list that ships. */
export function real(attributes: Attributes = {}, css = 'body { margin: 0 }'): string {
  return page(script({ async: true }) + element({ list: '/dist/groups.json', ...attributes }), {
    head: `<style>${SCHEMES} ${css}</style>`,
  });
}
