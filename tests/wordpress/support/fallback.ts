import type { Page } from '@playwright/test';

interface Item {
  '@type': string;
  name: string;
  description?: string;
}

/** What a placeholder holds, read by a browser that runs nothing. */
export interface Fallback {
  /** The names of the groups, sorted. */
  names: string[];
  /** `h2: Words`, in order. */
  headings: string[];
  text: string;
  links: { words: string; href: string; rel: string; referrerPolicy: string }[];
  /** What no fallback may hold. */
  foreign: string[];
  /** The schema.org data. */
  data: { itemListElement: { item: Item }[] };
}

/** The HTML of each placeholder of a page, as the server wrote it. */
export function placeholders(html: string): string[] {
  const starts = [...html.matchAll(/<div(?= )[^>]* ?data-peer-support-directory/g)].map(({ index }) => index);
  // They hold no other div.
  return starts.map((start) => html.slice(start, html.indexOf('</div>', start) + '</div>'.length));
}

export async function readFallback(page: Page, html: string): Promise<Fallback> {
  return page.evaluate((source) => {
    const { body } = new DOMParser().parseFromString(source, 'text/html');
    const all = <T extends Element>(selector: string) => [...body.querySelectorAll<T>(selector)];
    const isForeign = (one: Element) =>
      (one.matches('script, img, iframe, object, embed, link, meta, base, style') && !one.matches('script[type="application/ld+json"]')) ||
      [...one.attributes].some(({ name }) => name.startsWith('on'));
    const data = body.querySelector('script')?.textContent ?? '{"itemListElement":[]}';
    return {
      names: all('li > :is(h3, h4, h5)').map((heading) => heading.textContent!).sort(),
      headings: all('h1, h2, h3, h4, h5, h6').map((heading) => `${heading.localName}: ${heading.textContent}`),
      text: body.textContent!,
      links: all<HTMLAnchorElement>('a').map(({ textContent, href, rel, referrerPolicy }) => ({ words: textContent!, href, rel, referrerPolicy })),
      foreign: all('*').filter(isForeign).map((one) => one.outerHTML),
      data: JSON.parse(data),
    };
  }, html);
}
