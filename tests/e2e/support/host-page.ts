import { expect, type Page } from '@playwright/test';
import { bytes } from './answers';
import { element, page as wholePage, script } from './markup';
import type { Origin } from './server';

/** The page's own script: it hears its button, after the directory's script as before it. */
const OWN_SCRIPT = `document.getElementById('own').addEventListener('click', ({ target }) => (target.textContent = 'Heard'));`;
export const OWN_SCRIPT_PATH = '/page.js';

/** The directory has a height of its own here, so that nothing around it may move either. */
const CSS = `peer-support-directory { display: block; height: 40rem; overflow: auto }
body { margin: 2rem; font: 1.1rem/1.5 Georgia, serif; color: #222 } button { color: darkred } ul { list-style: square }`;

/** A partner's page with a directory in its middle; it must look and work the same, whatever happens in there. */
export function hostPage({ directories = element({ list: '/groups.json' }), scripts = script({ defer: true }) } = {}): string {
  const head = `<style>${CSS}</style>${scripts}<script defer src="${OWN_SCRIPT_PATH}"></script>`;
  const body = `<header><h1>Ours</h1><a href="/about">About us</a></header>
<main><p>Our own words</p>${directories}</main>
<footer><h2>Ask us</h2><ul><li>By phone</li></ul><form><fieldset><legend>Yours</legend><input name="town" value="Leeds">
<input type="checkbox" name="news"></fieldset></form><button id="own">Ask</button></footer>`;
  return wholePage(body, { head });
}

/** Serves the host page and its own script, and opens it; `fragment` ends its address. */
export async function openHostPage(
  { page, site }: { page: Page; site: Origin },
  html: Parameters<typeof hostPage>[0] = {},
  { headers = {}, fragment = '' } = {},
) {
  site.answer(OWN_SCRIPT_PATH, bytes(OWN_SCRIPT, 'text/javascript'));
  // A script that hangs holds up the rest of the page's load.
  await page.goto(site.page('/', hostPage(html), headers) + fragment, { waitUntil: 'domcontentloaded' });
}

/** Watches a page from outside the directory. */
export class HostPage {
  private constructor(private readonly page: Page) {}

  /** Notes how every page that opens from now on is before the directory's script runs, and its errors. */
  static async watch(page: Page): Promise<HostPage> {
    await page.addInitScript(`(${inPage})(${look}, ${builtIns})`);
    return new HostPage(page);
  }

  /** Nothing outside the directory is other than it was, and the page's own error handlers heard nothing. */
  async expectUntouched() {
    const { before, now, changes, heard } = await this.page.evaluate(() => ((window as never)[Symbol.for('host page')] as () => Seen)());
    expect(heard, 'what reached window.onerror and unhandledrejection').toEqual([]);
    expect(changes, 'what changed outside the directory, if only for a moment').toEqual([]);
    expect(now, 'the page outside the directory').toEqual(before);
  }

  /** Neither focus nor the place on the page was taken from the visitor, who has done nothing yet. */
  async expectUnmoved() {
    const place = await this.page.evaluate(() => ({ focus: document.activeElement?.localName, scroll: [scrollX, scrollY] }));
    expect(place).toEqual({ focus: 'body', scroll: [0, 0] });
  }

  /** The page's own script, form and animation frames go on. */
  async expectAlive() {
    await this.page.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(this.page.getByRole('button', { name: 'Heard' })).toBeVisible();
    await this.page.locator('input[name="town"]').fill('Oxford');
    await expect(this.page.locator('input[name="town"]')).toHaveValue('Oxford');
  }
}

interface Seen {
  before: ReturnType<typeof look>;
  now: ReturnType<typeof look>;
  changes: string[];
  heard: string[];
}

function inPage(lookNow: typeof look, builtInsNow: typeof builtIns) {
  const see = () => ({ ...lookNow(), ...builtInsNow() });
  let before: unknown;
  const changes: string[] = [];
  const observer = new MutationObserver((records) => {
    // The page itself may move the element, and give it other attributes.
    const isDirectory = ({ nodeName }: Node) => nodeName === 'PEER-SUPPORT-DIRECTORY';
    const outside = records.filter(({ type, target, addedNodes, removedNodes }) =>
      type === 'childList' ? ![...addedNodes, ...removedNodes].every(isDirectory) : !isDirectory(target),
    );
    changes.push(...outside.map(({ type, target, attributeName }) => `${type} ${attributeName ?? ''} of ${target.nodeName}`));
  });
  // All is parsed, and no deferred script has run.
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    before = see();
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const heard: string[] = [];
  addEventListener('error', ({ message }) => heard.push(message));
  addEventListener('unhandledrejection', ({ reason }) => heard.push(String(reason)));
  Object.defineProperty(window, Symbol.for('host page'), { value: () => ({ before, now: see(), changes, heard }) });
}

/** All that a page can be harmed in. It runs in the page, so it stands alone. */
function look() {
  const outside = [...document.querySelectorAll('html, body, body *:not(peer-support-directory, peer-support-directory *)')];
  // The two that the contract lets go: choices that the history entry or a copied link held, once they are read.
  const { peerSupportDirectory: _, ...state } = history.state ?? {};
  const address = location.href.replace(/#peer-support-directory-\d+\?.*/, '');
  return {
    // What stands in shadow roots is no part of it.
    markup: document.documentElement.outerHTML,
    styles: outside.map((one) => {
      const style = getComputedStyle(one);
      return `${one.localName} ${[...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ')}`;
    }),
    places: outside.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [one.localName, x + scrollX, y + scrollY, width, height].join(' ');
    }),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    address,
    history: [history.length, JSON.stringify(state)],
    stored: [document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage), window.name],
  };
}

/** The page's globals, and what stands behind those that libraries like to replace. It stands alone too. */
export function builtIns() {
  // A function's text shows whether somebody put another in its place.
  const text = (value: unknown) => (value instanceof Function ? String(value).slice(0, 60) : '');
  const types = [Node, Element, HTMLElement, EventTarget, Document, History, Storage, Promise, Array, Object, String];
  return {
    globals: Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name)).sort(),
    methods: types.flatMap((type) =>
      Object.entries(Object.getOwnPropertyDescriptors(type.prototype)).map(([name, { value, get }]) => `${type.name}.${name} ${text(value ?? get)}`),
    ),
    functions: ['fetch', 'setTimeout', 'WebAssembly', 'history', 'onerror'].map((name) => `${name} ${String((window as never)[name])}`),
  };
}
