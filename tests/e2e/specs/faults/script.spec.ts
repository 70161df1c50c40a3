import { createHash } from 'node:crypto';
import { bytes, cut, hang, status } from '../../support/answers';
import { FAILED_REQUEST, mendList, test, title, type Fault, type World } from '../../support/faults';
import { openHostPage, OWN_SCRIPT_PATH } from '../../support/host-page';
import { SCRIPT, script } from '../../support/markup';
import { expect, type Site } from '../../support/test';

/** The one script that a partner names: where it comes twice, or not at all, or into a browser that is too old for it. */

const integrity = (site: Site) => `sha384-${createHash('sha384').update(site.dist.script).digest('base64')}`;
const deferred = script({ defer: true });

const askedOnce = ({ site }: World) => expect(site.requests('/groups.json')).toHaveLength(1);

const twice: Fault[] = [
  { name: 'the script twice', make: () => ({ scripts: deferred + deferred }), gives: { groups: 10 }, check: askedOnce },
  {
    name: 'the script from two places',
    make: ({ site }) => ({ scripts: deferred + script({ defer: true, src: site.other.url + SCRIPT }) }),
    gives: { groups: 10 },
    check: askedOnce,
  },
  {
    name: 'the script twice, and no list',
    make: ({ site }) => {
      site.answer('/groups.json', status(404));
      return { scripts: deferred + deferred };
    },
    gives: { code: 'status', message: /answered with status 404$/ },
    console: FAILED_REQUEST,
    mend: mendList,
  },
];

const missing: Fault[] = [
  { name: 'a script that is not there', make: ({ site }) => site.answer(SCRIPT, status(404)), gives: 'fallback', console: FAILED_REQUEST },
  { name: 'a script that cannot be had', make: ({ site }) => site.answer(SCRIPT, cut()), gives: 'fallback', console: FAILED_REQUEST },
  {
    name: 'a script that never comes',
    // As the README has it: without `async` a page waits for it.
    make: ({ site }) => {
      site.answer(SCRIPT, hang());
      return { scripts: script({ async: true }) };
    },
    gives: 'fallback',
  },
  {
    name: 'a script that an ad blocker stops',
    make: async ({ page }) => {
      await page.route(`**${SCRIPT}`, (route) => route.abort('blockedbyclient'));
    },
    gives: 'fallback',
    console: FAILED_REQUEST,
  },
  {
    name: "a script that the page's policy forbids",
    make: ({ site }) => ({ headers: { 'content-security-policy': `script-src ${site.url}${OWN_SCRIPT_PATH}` } }),
    gives: 'fallback',
    console: /^error: Loading the script .* violates the following Content Security Policy directive/,
  },
  {
    name: 'a script that somebody changed on its way',
    make: ({ site }) => {
      site.answer(SCRIPT, bytes(`${site.dist.script}\nwindow.pwned = 1`, 'text/javascript'));
      return { scripts: script({ defer: true, integrity: integrity(site), crossorigin: 'anonymous' }) };
    },
    gives: 'fallback',
    console: /^error: Failed to find a valid digest in the 'integrity' attribute/,
  },
];

/** Without what every browser has that we support, nothing can be said but in the console. */
const old = ['globalThis.customElements', 'URL.canParse'].map(
  (name): Fault => ({
    name: `a browser without ${name}`,
    make: async ({ page }) => {
      await page.addInitScript(`delete ${name}`);
    },
    gives: 'fallback',
    console: /^error: peer-support-directory: (Type|Reference)Error/,
  }),
);

for (const fault of [...twice, ...missing, ...old]) test(title(fault), ({ face }) => face(fault));

test('scripts turned off: the page keeps its own content', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await openHostPage({ page, site });
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  expect(site.requests('/groups.json')).toHaveLength(0);
  await context.close();
});
