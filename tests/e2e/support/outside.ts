import { expect, type Page } from '@playwright/test';

/** What a page holds beside a directory, to see that it stays as it was. */
export const OUTSIDE = '<h1 id="outside" title="Ours">Our <em>own</em> words</h1>';

/** Watches a page from before its first script: whatever changes outside the elements of directories, and what runs. */
export async function watchOutside(page: Page) {
  await page.addInitScript(() => {
    const changes: string[] = [];
    Object.defineProperty(window, Symbol.for('changes'), { value: changes });
    addEventListener('DOMContentLoaded', () =>
      new MutationObserver((records) => {
        for (const { type, target, attributeName } of records)
          if (target.nodeName !== 'PEER-SUPPORT-DIRECTORY') changes.push(`${type} ${attributeName} of ${target.nodeName}`);
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true }),
    );
  });
}

/** Nothing outside has changed, nothing that the list brings has run, and the page has no look but its own. */
export async function expectUntouched(page: Page) {
  const found = await page.evaluate(() => {
    const outside = document.getElementById('outside')!;
    const { color, display, position, backgroundImage } = getComputedStyle(outside);
    return {
      html: outside.outerHTML,
      look: { color, display, position, backgroundImage },
      title: document.title,
      changes: (window as never)[Symbol.for('changes')],
      // An element with this id would be one of these, too.
      run: [typeof (window as never)['pwned'], typeof ({} as never)['polluted']],
    };
  });
  expect(found).toEqual({
    html: OUTSIDE,
    look: { color: 'rgb(0, 0, 0)', display: 'block', position: 'static', backgroundImage: 'none' },
    title: "A charity's page",
    changes: [],
    run: ['undefined', 'undefined'],
  });
}
