import type { Page } from '@playwright/test';

/** What the status says from now on: one entry for each time its text changes. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const status = document.querySelector('peer-support-directory')!.shadowRoot!.querySelector('[role="status"]')!;
    const said: string[] = [];
    Object.defineProperty(window, Symbol.for('said'), { value: said });
    new MutationObserver(() => said.push(status.textContent!)).observe(status, { childList: true, characterData: true, subtree: true });
  });
  return async () => (await page.evaluate(() => [...((window as never)[Symbol.for('said')] as string[])])).filter((words) => words !== '');
}
