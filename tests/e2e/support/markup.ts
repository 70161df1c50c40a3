/** HTML as a partner would write it, and nothing more, so that a spec shows only what it is about. */

type Attributes = Record<string, string | number | true>;

/** Where the tests serve the one file that a partner names. */
export const SCRIPT = '/dist/peer-support-directory.js';
/** What stands inside the element until the directory is ready, and stays where it cannot be. */
export const FALLBACK = '<a href="/support">See our support groups</a>';

/** The element with its attributes and its fallback content. */
export function element(attributes: Attributes = {}, fallback = FALLBACK): string {
  return `<peer-support-directory${written(attributes)}>${fallback}</peer-support-directory>`;
}

/** The placeholder for editors that strip unknown tags; give the names without `data-`. */
export function placeholder(attributes: Attributes = {}, fallback = FALLBACK): string {
  return `<div data-peer-support-directory${written(attributes, 'data-')}>${fallback}</div>`;
}

/** The script tag; `data-*` in full, and `src` where it is not the usual one. */
export function script(attributes: Attributes = {}): string {
  return `<script${written({ src: SCRIPT, ...attributes })}></script>`;
}

/** The plainest page: the script, then one directory of `/groups.json`. */
export function embed(attributes: Attributes = {}, fallback = FALLBACK): string {
  return script({ async: true }) + element({ list: '/groups.json', ...attributes }, fallback);
}

/** A whole document around a body. */
export function page(body: string, { head = '', lang = 'en' } = {}): string {
  return `<!doctype html>
<html${lang ? ` lang="${lang}"` : ''}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A charity's page</title>${head}</head>
<body>${body}</body>
</html>`;
}

function written(attributes: Attributes, prefix = ''): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${prefix}${name}` + (value === true ? '' : `="${escape(String(value))}"`))
    .join('');
}

function escape(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
