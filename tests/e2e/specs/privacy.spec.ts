import type { Directory } from '../directory';
import { small } from '../fixtures/lists';
import { embed } from '../support/markup';
import { expect, test } from '../support/test';

/** "A choice of cancer type or "LGBTQ+" is health and identity data." */

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

/** What a leak would show: the ids, the labels and the search words of the choices that `chooseMuch` makes. */
const TELLING = /tongue|lgbtq|transgend|wednesday/i;

async function chooseMuch(directory: Directory) {
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.choose('Who it is for', 'LGBTQ+ people');
  await directory.choose('Day', 'Wednesday');
  await directory.search.pressSequentially('tongue');
  // The words count after a short pause; from then on there is a chip for them too.
  await expect(directory.chips).toHaveCount(4);
  await directory.expectCount(1);
}

test.describe('choices never go into', () => {
  test('a URL', async ({ page, site, directory }) => {
    const changes: string[] = [];
    page.on('framenavigated', (frame) => changes.push(frame.url()));
    await page.goto(site.page('/', embed()));
    await directory.ready();
    const entries = await page.evaluate(() => history.length);
    await chooseMuch(directory);
    await directory.search.press('Enter');
    await directory.clearAll.click();
    await directory.expectCount(10);
    expect(changes).toEqual([site.url + '/']);
    expect(page.url()).toBe(site.url + '/');
    expect(await page.evaluate(() => history.length)).toBe(entries);
  });

  test('a request: nothing at all is asked for once the list is there', async ({ page, site, directory, events }) => {
    await page.goto(site.page('/', embed()));
    await events.detail('psd-ready');
    const before = site.seen.length;
    await chooseMuch(directory);
    await directory.more('Tongue Talk').click();
    await directory.clearAll.click();
    await directory.expectCount(10);
    expect(site.seen.slice(before).map((seen) => seen.url)).toEqual([]);
  });

  test('a request: the list is asked for without a cookie of its own, a query or a body', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed({ 'cancer-type': 'tongue', audience: 'lgbtq' })));
    await directory.expectCount(2);
    for (const seen of site.seen) {
      expect(seen.method).toBe('GET');
      expect(seen.url + JSON.stringify(seen.headers)).not.toMatch(TELLING);
    }
    expect(site.requests('/groups.json').map((seen) => seen.url)).toEqual(['/groups.json']);
  });

  test('an event', async ({ page, site, directory, events }) => {
    await page.goto(site.page('/', embed({ id: 'x' })));
    await directory.ready();
    await chooseMuch(directory);
    await expect.poll(async () => (await events.of('psd-results')).at(-1)?.detail).toEqual({ shown: 1, total: 10 });
    expect(JSON.stringify(await events.all())).not.toMatch(TELLING);
  });

  test('a cookie, storage, a database or a cache', async ({ page, site, directory, context }) => {
    await page.goto(site.page('/', embed()));
    await directory.ready();
    await chooseMuch(directory);
    expect(await context.cookies()).toEqual([]);
    const kept = await page.evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      name: window.name,
      cookie: document.cookie,
    }));
    expect(kept).toEqual({ local: {}, session: {}, databases: 0, caches: 0, name: '', cookie: '' });
  });

  test('the console, which says nothing at all when all is well', async ({ page, site, directory, calm }) => {
    await page.goto(site.page('/', embed()));
    await directory.ready();
    await chooseMuch(directory);
    await directory.clearAll.click();
    await directory.expectCount(10);
    expect(calm.console).toEqual([]);
  });

  test('the page around it: its title, its attributes, its own content', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed()));
    await directory.ready();
    const outside = () => page.evaluate(() => document.title + document.documentElement.outerHTML);
    const before = await outside();
    await chooseMuch(directory);
    expect(await outside()).toBe(before);
  });
});

test('what a visitor does with the controls does not reach the page\'s listeners', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed() + '<button type="button">The page\'s own</button>'));
  await directory.ready();
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const target of [window, document, document.body, document.querySelector('peer-support-directory')!])
      for (const type of ['input', 'change', 'click', 'keydown', 'keyup'])
        target.addEventListener(type, (event) => heard.push(`${type} on ${(event.currentTarget as Element).nodeName ?? 'window'}`));
  });
  await directory.option('Type of cancer', 'Tongue cancer').click();
  await directory.option('Who it is for', 'LGBTQ+ people').press('Space');
  await directory.search.pressSequentially('talk');
  await directory.search.press('Escape');
  await directory.chip('Tongue cancer').click();
  await directory.more('Tongue Talk').click();
  await directory.explainer.press('Enter');
  await directory.clearAll.click();
  await directory.expectCount(10);
  expect(await page.evaluate('heard')).toEqual([]);
  // The listeners are alive: what happens outside the widget still reaches them.
  await page.getByRole('button', { name: "The page's own" }).press('x');
  expect(await page.evaluate('heard')).toContain('keydown on BODY');
});

test('the page still hears its own fallback content', async ({ page, site }) => {
  site.answer('/groups.json', () => {});
  await page.goto(site.page('/', embed({}, '<button type="button">Call me back</button>')));
  await expect.poll(() => site.requests('/groups.json').length).toBe(1);
  await page.evaluate(() => document.body.addEventListener('click', () => (document.body.dataset.heard = 'yes')));
  await page.getByRole('button', { name: 'Call me back' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-heard', 'yes');
});

test('outbound links tell nobody where the visitor comes from', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed({ 'page-size': 50 })));
  await directory.ready();
  for (const button of await directory.host.getByRole('button', { name: /^More about / }).all()) await button.click();
  await directory.explainer.click();
  const links = await directory.host.locator('a[href^="http"]').evaluateAll((all) =>
    all.map((link) => ({ href: (link as HTMLAnchorElement).href, rel: (link as HTMLAnchorElement).rel, policy: (link as HTMLAnchorElement).referrerPolicy })),
  );
  expect(links.length).toBeGreaterThan(4);
  for (const link of links) {
    expect(link.policy, link.href).toBe('no-referrer');
    expect(link.rel.split(' '), link.href).toContain('noopener');
  }
});

test('following a link sends no referrer', async ({ page, site, directory }) => {
  site.page('/join/wednesday-circle', '<h1>Joined</h1>');
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await directory.link(/^Join Wednesday Circle/).click();
  await expect.poll(() => site.requests('/join/wednesday-circle').length).toBe(1);
  expect(site.requests('/join/wednesday-circle')[0].headers.referer).toBeUndefined();
});

test('the root tells session-replay tools not to record it', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  const marks = await directory.search.evaluate((search) => {
    const found = new Set<string>();
    for (let node: Node | null = search; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null)
      if (node instanceof Element && node !== document.body && node !== document.documentElement) {
        for (const { name, value } of node.attributes) found.add(value ? `${name}=${value}` : name);
        for (const name of node.classList) found.add(`.${name}`);
      }
    return [...found].join(' ');
  });
  // The attributes that the makers document: Hotjar, Clarity, Sentry, Datadog, LogRocket.
  expect(marks).toMatch(/data-hj-suppress/);
  expect(marks).toMatch(/data-clarity-mask=true/i);
  expect(marks).toMatch(/data-sentry-(block|mask)/);
  expect(marks).toMatch(/data-dd-privacy=(hidden|mask)/);
  expect(marks).toMatch(/data-private/);
});
