import type { Page } from '@playwright/test';
import { broken, plain, small } from '../../fixtures/lists';
import { SUNDAY } from '../../fixtures/meetings';
import { held, json, status } from '../../support/answers';
import { expectKept, keptLists, openOutdated, watchCaches } from '../../support/kept';
import { embed, page as wholePage, script } from '../../support/markup';
import { expect, test } from '../../support/test';
import { passTime } from '../../support/time';

/** What `keep` puts into Cache Storage, for how long, and where the browser will have none of it. */

const DAY = 24 * 60 * 60 * 1000;

test.beforeEach(async ({ page, site }) => {
  await page.clock.setFixedTime(new Date(SUNDAY));
  site.list('/groups.json', small(site.url));
});

const set = (page: Page, name: string, value: string | null) =>
  page.locator('peer-support-directory').evaluate(
    (host, [attribute, to]) => (to === null ? host.removeAttribute(attribute!) : host.setAttribute(attribute!, to)),
    [name, value],
  );

test.describe('privacy', () => {
  test('the list is kept, by its address, and nothing else, whatever a visitor does', async ({ page, site, directory, context }) => {
    await page.goto(site.page('/', embed({ keep: '7d', audience: 'lgbtq' })));
    await directory.ready();
    await directory.choose('Type of cancer', 'Tongue cancer');
    await directory.search.fill('tongue');
    await directory.expectCount(1);
    await directory.more('Tongue Talk').click();
    await page.reload();
    await directory.ready();
    const version = await directory.host.evaluate((host) => (host.constructor as unknown as { version: string }).version);
    const headers = { date: 'Sun, 22 Nov 2026 12:00:00 GMT', expires: 'Sun, 29 Nov 2026 12:00:00 GMT', version };
    await expect.poll(() => keptLists(page)).toEqual([{ cache: 'peer-support-directory', url: `${site.url}/groups.json`, text: JSON.stringify(small(site.url)), headers }]);
    const others = await page.evaluate(async () => ({ ...localStorage, ...sessionStorage, databases: await indexedDB.databases(), cookie: document.cookie }));
    expect(others).toEqual({ databases: [], cookie: '' });
    expect(await context.cookies()).toEqual([]);
  });

  for (const [name, attributes] of [['without keep', {}], ['with a keep that cannot be used', { keep: 'for ever' }]] as const)
    test(`${name} Cache Storage is never asked for anything`, async ({ page, site, directory, calm }) => {
      calm.allowFailedRequests();
      calm.allowConsole(/^warning: .*keep="for ever"/);
      const asked = await watchCaches(page);
      site.answer('/groups.json', status(404), json(small(site.url)), json(small(site.url)));
      await page.goto(site.page('/', embed(attributes)));
      await directory.tryAgain.click();
      await directory.choose('Day', 'Monday');
      await directory.expectCount(2);
      await set(page, 'label', 'Near you');
      await expect(directory.title).toHaveText('Near you');
      await directory.host.evaluate((host) => host.remove());
      expect(await asked()).toBe(0);
    });

  test('the address of a list on another website is kept as it is, without what follows a #', async ({ page, site, directory }) => {
    const list = `${site.other.list('/groups.json', small(site.url))}?charity=1`;
    await page.goto(site.page('/', embed({ list: `${list}#x`, keep: '7d' })));
    await directory.ready();
    await expect.poll(async () => (await keptLists(page)).map(({ url }) => url.split('#')[0])).toEqual([list]);
  });
});

test.describe('for how long', () => {
  /** Keeps the list today, then opens the page so many days later, while the network is silent. */
  const returnAfter = async (page: Page, site: Parameters<typeof openOutdated>[1], days: number, [first, second]: string[]) => {
    const address = site.page('/', embed({ keep: first }));
    await page.goto(address);
    await expectKept(page, [small(site.url)]);
    const answer = held(json(plain(['Newer'])));
    site.answer('/groups.json', answer.answer);
    site.page('/', embed({ keep: second }));
    await page.clock.setFixedTime(new Date(SUNDAY).getTime() + days * DAY);
    await page.goto(address);
    await expect.poll(() => site.requests('/groups.json').length).toBeGreaterThan(1);
    return answer;
  };

  for (const [keep, days] of [['1d', 1], ['7d', 7], ['365d', 365]] as const)
    test(`${keep}: it shows ${days} days later`, async ({ page, site, directory }) => {
      await returnAfter(page, site, days, [keep, keep]);
      await directory.expectCount(10);
    });

  for (const [name, days, keeps] of [
    ['a second longer than its days', 7 + 1 / 86_400, ['7d', '7d']],
    ['longer than the page asks for by now', 3, ['7d', '2d']],
    ['by a clock that was ahead', -1, ['7d', '7d']],
  ] as const)
    test(`a list kept ${name} does not show, and goes`, async ({ page, site, directory, events }) => {
      const answer = await returnAfter(page, site, days, [...keeps]);
      await expectKept(page, []);
      answer.release();
      await directory.expectCount(1);
      expect((await events.of('psd-ready')).map(({ detail }) => detail.groups)).toEqual([1]);
      await expectKept(page, [plain(['Newer'])]);
    });

  test('what was kept by another version of the script does not show, and goes', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed({ keep: '7d' })));
    await expectKept(page, [small(site.url)]);
    await page.evaluate(async () => {
      const cache = await caches.open('peer-support-directory');
      const [request] = await cache.keys();
      const response = (await cache.match(request))!;
      const headers = { ...Object.fromEntries(response.headers), version: '0.1.0' };
      await cache.put(request, new Response(await response.text(), { headers }));
    });
    const answer = held(json(plain(['Newer'])));
    site.answer('/groups.json', answer.answer);
    await page.reload();
    await expectKept(page, []);
    answer.release();
    await directory.expectCount(1);
  });

  test('a list that no page shows any more goes when its days are over', async ({ page, site, directory }) => {
    site.list('/old.json', plain(['Old Group']));
    await page.goto(site.page('/', embed({ list: '/old.json', keep: '2d' })));
    await expectKept(page, [plain(['Old Group'])]);
    await page.clock.setFixedTime(new Date(SUNDAY).getTime() + DAY);
    site.page('/', embed({ keep: '7d' }));
    await page.goto(`${site.url}/`);
    await expectKept(page, [plain(['Old Group']), small(site.url)]);
    await page.clock.setFixedTime(new Date(SUNDAY).getTime() + 3 * DAY);
    await page.goto(`${site.url}/`);
    await directory.ready();
    await expectKept(page, [small(site.url)]);
  });
});

test('keep taken away by script: the list goes; set again: it is kept', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed({ keep: '7d' })));
  await directory.ready();
  await expectKept(page, [small(site.url)]);
  await set(page, 'keep', null);
  await expectKept(page, []);
  await set(page, 'keep', '1d');
  await expectKept(page, [small(site.url)]);
  expect((await keptLists(page))[0].headers.expires).toBe('Mon, 23 Nov 2026 12:00:00 GMT');
  expect(site.requests('/groups.json')).toHaveLength(1);
});

test('a placeholder keeps by data-keep', async ({ page, site, directory }) => {
  await page.goto(site.page('/', script({ async: true, 'data-list': '/groups.json', 'data-keep': '7d' })));
  await directory.ready();
  await expectKept(page, [small(site.url)]);
});

for (const [name, body] of Object.entries(broken))
  test(`${name} is not kept, and the last good list stays`, async ({ page, site, directory, events }) => {
    await openOutdated(page, site, small(site.url), embed({ keep: '7d' }), json(body));
    await expect(directory.outdated).toBeVisible();
    expect((await events.detail('psd-error')).code).toBe('not-a-list');
    await directory.expectCount(10);
    // Even where the page asks for it anew.
    await set(page, 'keep', '8d');
    await set(page, 'label', 'Near you');
    await expect(directory.title).toHaveText('Near you');
    await expectKept(page, [small(site.url)]);
  });

test('a first list that is none is not kept', async ({ page, site, directory }) => {
  site.answer('/groups.json', json(broken['a web page']));
  await page.goto(site.page('/', embed({ keep: '7d' })));
  await expect(directory.error).toBeVisible();
  await expectKept(page, []);
});

test.describe('where the browser has no Cache Storage, or refuses it, all goes on as without', () => {
  const refusals: Record<string, () => void> = {
    'there is none, as in a page that is not served over https': () => void Object.defineProperty(window, 'caches', { value: undefined }),
    'looking for it throws, as in a sandboxed frame': () =>
      void Object.defineProperty(window, 'caches', {
        get() {
          throw new DOMException('sandboxed', 'SecurityError');
        },
      }),
    'it cannot be opened': () => void (CacheStorage.prototype.open = () => Promise.reject(new DOMException('refused', 'SecurityError'))),
    'it cannot be read': () => void (Cache.prototype.match = () => Promise.reject(new DOMException('broken', 'UnknownError'))),
    'it is full': () => void (Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))),
    'it never answers': () => void (CacheStorage.prototype.open = () => new Promise(() => {})),
  };
  for (const [name, refuse] of Object.entries(refusals))
    test(name, async ({ page, site, directory, events, calm }) => {
      await page.clock.install();
      await page.addInitScript(refuse);
      const address = site.page('/', embed({ keep: '7d' }));
      for (const visit of [1, 2]) {
        await page.goto(address);
        await directory.expectCount(10);
        expect(site.requests('/groups.json')).toHaveLength(visit);
        expect(await events.of('psd-ready')).toHaveLength(1);
      }
      await set(page, 'keep', null);
      await set(page, 'label', 'Near you');
      await expect(directory.title).toHaveText('Near you');
      calm.allowFailedRequests();
      site.answer('/groups.json', status(404));
      await page.goto(address);
      // One that never answers is waited for.
      await passTime(page, () => directory.error.isVisible());
    });

  test('in a frame that is sandboxed', async ({ page, site }) => {
    site.page('/inner', wholePage(embed({ list: `${site.url}/groups.json`, keep: '7d' })), { 'access-control-allow-origin': '*' });
    await page.goto(site.page('/', '<iframe sandbox="allow-scripts" src="/inner" width="800" height="800"></iframe>'));
    await expect(page.frameLocator('iframe').getByRole('heading', { name: '10 results' })).toBeVisible();
  });
});

test.describe('where the page names another list', () => {
  /** Sets attributes, or takes them away, in one task. */
  const setAll = (page: Page, attributes: Record<string, string | null>) =>
    page.locator('peer-support-directory').evaluate((host, all) => {
      for (const [name, value] of Object.entries(all)) value === null ? host.removeAttribute(name) : host.setAttribute(name, value);
    }, attributes);

  test('and keep with it, the old one is not taken for the new', async ({ page, site, directory, calm }) => {
    calm.allowFailedRequests();
    await page.goto(site.page('/', embed()));
    await directory.ready();
    site.answer('/others.json', status(404));
    await setAll(page, { list: '/others.json', keep: '7d' });
    await expect(directory.error).toBeVisible();
    const kept = await keptLists(page);
    expect(kept.filter(({ url }) => url.endsWith('/others.json'))).toEqual([]);
    site.list('/others.json', plain(['Other']));
    await directory.tryAgain.click();
    await directory.expectCount(1);
    await expect.poll(async () => (await keptLists(page)).find(({ url }) => url.endsWith('/others.json'))?.text).toBe(JSON.stringify(plain(['Other'])));
  });

  test('and keeps none any more, the old one goes', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed({ keep: '7d' })));
    await directory.ready();
    await expectKept(page, [small(site.url)]);
    site.list('/others.json', plain(['Other']));
    await setAll(page, { list: '/others.json', keep: null });
    await directory.expectCount(1);
    await expectKept(page, []);
  });
});
