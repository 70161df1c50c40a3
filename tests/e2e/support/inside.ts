import type { Page } from '@playwright/test';

/**
 * In every page that opens from now on, calls `look` whenever something changes inside the first directory, until it
 * gives true. It runs in the page, and knows nothing but its two arguments.
 */
export async function watchInside<Arg>(page: Page, look: (root: ShadowRoot, arg: Arg) => boolean, arg: Arg) {
  await page.addInitScript({ content: `(${inPage})(${look}, ${JSON.stringify(arg)})` });
}

function inPage<Arg>(look: (root: ShadowRoot, arg: Arg) => boolean, arg: Arg) {
  void customElements.whenDefined('peer-support-directory').then(() => {
    const root = document.querySelector('peer-support-directory')!.shadowRoot!;
    const observer = new MutationObserver(() => {
      if (look(root, arg)) observer.disconnect();
    });
    observer.observe(root, { childList: true, subtree: true });
  });
}
