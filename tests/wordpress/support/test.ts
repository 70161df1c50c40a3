import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { Directory } from '../../e2e/directory';
import { Calm } from '../../e2e/support/test';
import { WordPress } from './wordpress';

export { expect };

interface Fixtures {
  /** The first directory of the page of a visitor, who is not logged in. */
  directory: Directory;
  /** What a visitor's pages may do: say nothing, and ask this site alone. */
  calm: Calm;
  /** A window of the author, who may not use unfiltered HTML. */
  author: Page;
}

export const test = base.extend<Fixtures, { wordpress: WordPress }>({
  wordpress: [
    async ({}, use) => {
      const plugin = process.env.PSD_WORDPRESS;
      if (!plugin) throw new Error('PSD_WORDPRESS must name the zip that "cargo xtask wordpress" makes');
      const wordpress = await WordPress.start(plugin);
      await use(wordpress);
      const complaints = wordpress.complaints();
      await wordpress.stop();
      expect(complaints, 'what PHP found wrong with the plugin').toEqual([]);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  directory: async ({ page }, use) => use(new Directory(page)),
  calm: [
    async ({ wordpress, context }, use) => {
      const calm = new Calm(context, [wordpress.url]);
      await use(calm);
      calm.check();
    },
    { auto: true },
  ],
  author: async ({ wordpress, browser }, use) => {
    const context = await browser.newContext({ baseURL: wordpress.url, viewport: { width: 1280, height: 900 } });
    const strangers = requestsElsewhere(context, wordpress.url);
    await use(await logIn(context, 'author'));
    await context.close();
    expect.soft(strangers, 'requests of the editor to other origins').toEqual([]);
  },
});

/** Logs somebody in by what the form sends, and gives a window: the form itself moves the focus while one types. */
export async function logIn(context: BrowserContext, user: string): Promise<Page> {
  // WordPress refuses browsers that do not keep the cookie of the form.
  await context.request.get('/wp-login.php');
  const answer = await context.request.post('/wp-login.php', { form: { log: user, pwd: 'password', testcookie: '1' }, maxRedirects: 0 });
  expect(answer.status(), 'logged in, and sent on').toBe(302);
  return context.newPage();
}

function requestsElsewhere(context: BrowserContext, origin: string): string[] {
  const strangers: string[] = [];
  context.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin) strangers.push(request.url());
  });
  return strangers;
}
