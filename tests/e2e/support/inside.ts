import type { Page } from '@playwright/test';

/** What has changed since the call before comes in its order; the directory itself may be further on by then. */
type Look<Arg> = (root: ShadowRoot, arg: Arg, changes: MutationRecord[]) => boolean;

/**
 * In every page that opens from now on, calls `look` whenever something changes inside the first directory, until it
 * gives true. It runs in the page, and knows nothing but its arguments.
 */
export async function watchInside<Arg>(page: Page, look: Look<Arg>, arg: Arg) {
  await page.addInitScript({ content: `(${inPage})(${look}, ${JSON.stringify(arg)})` });
}

function inPage<Arg>(look: Look<Arg>, arg: Arg) {
  void customElements.whenDefined('peer-support-directory').then(() => {
    const root = document.querySelector('peer-support-directory')!.shadowRoot!;
    const observer = new MutationObserver((changes) => {
      if (look(root, arg, changes)) observer.disconnect();
    });
    observer.observe(root, { childList: true, subtree: true });
  });
}
