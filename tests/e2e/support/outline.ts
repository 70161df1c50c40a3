import { expect, type Page } from '@playwright/test';

/** What a part of the widget is made of, and what it says. */
export interface Outline {
  /** The id of the directory's element where it has one, else that of the card's group. */
  key: string;
  /** A line for each element, indented by its depth, with its attributes; only their names where a list gives the values. */
  elements: string;
  text: string;
  links: { href: string; protocol: string; isCalendar: boolean }[];
}

/** Everything inside the directories of a page that matches a selector, outlined. */
export function outlines(page: Page, selector: string): Promise<Outline[]> {
  return page.evaluate((selector) => {
    const fromLists = ['id', 'for', 'href', 'download', 'lang', 'aria-controls', 'aria-label', 'aria-labelledby'];
    const elements = (one: Element, indent = ''): string => {
      const attributes = [...one.attributes].map(({ name, value }) => (fromLists.includes(name) ? name : `${name}="${value}"`));
      return [`${indent}${[one.localName, ...attributes.sort()].join(' ')}`, ...[...one.children].map((child) => elements(child, indent + ' '))].join('\n');
    };
    const link = (one: HTMLAnchorElement) => {
      const href = one.getAttribute('href') ?? '';
      const isCalendar = one.hasAttribute('download') && href.startsWith('data:text/calendar;charset=utf-8,BEGIN%3AVCALENDAR');
      return { href, protocol: one.protocol, isCalendar };
    };
    return [...document.querySelectorAll('peer-support-directory')].flatMap((host) =>
      [...host.shadowRoot!.querySelectorAll(selector)].map((one) => ({
        key: host.id || (one.getAttribute('aria-labelledby') ?? '').replace(/^group-/, ''),
        elements: elements(one),
        text: one.textContent!.replace(/\s+/g, ' '),
        links: [...one.querySelectorAll('a')].map(link),
      })),
    );
  }, selector);
}

/** What no template has: elements that run, load or restyle, and attributes that do so. */
const FOREIGN = /^ *(script|style|link|meta|base|img|iframe|frame|object|embed|video|audio|template)\b| (on\w+|style|src|srcset|srcdoc|action|formaction|xlink:href)[ =]/m;

/** Links lead to the web, to mail, to a phone, or are the widget's own calendar file; no element runs or is styled by itself. */
export function expectSafe({ key, elements, links }: Outline) {
  const unsafe = links.filter(({ protocol, isCalendar }) => !/^(https?|mailto|tel):$/.test(protocol) && !isCalendar);
  expect(unsafe, key).toEqual([]);
  expect(elements, key).not.toMatch(FOREIGN);
}

/** Each directory of a page, outlined, once it is seen to be safe. */
export async function safeOutlines(page: Page): Promise<Outline[]> {
  const all = await outlines(page, '.directory');
  all.forEach(expectSafe);
  return all;
}

/** Every element, with its attributes, is one that the others have too: there are no more than the template's. */
export function expectNothingNew(found: Outline, others: Outline[]) {
  const lines = ({ elements }: Outline) => elements.split('\n').map((line) => line.trim());
  const known = new Set(others.flatMap(lines));
  expect(lines(found).filter((line) => !known.has(line))).toEqual([]);
}

/** Opens every disclosure of a page's directories at once: one by one is slow where there are hundreds. */
export async function openAll(page: Page) {
  await page.evaluate(() => {
    for (const host of document.querySelectorAll('peer-support-directory'))
      host.shadowRoot!.querySelectorAll<HTMLElement>('button[aria-expanded="false"]').forEach((button) => button.click());
  });
}
