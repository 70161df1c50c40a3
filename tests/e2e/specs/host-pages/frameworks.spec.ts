import type { Page } from '@playwright/test';
import { bundle, FRAMEWORKS, type Framework } from '../../fixtures/host-pages/bundle';
import { small } from '../../fixtures/lists';
import { bytes, held, json } from '../../support/answers';
import { script } from '../../support/markup';
import { watchMemory } from '../../support/memory';
import { expect, test, type Site } from '../../support/test';

/** The element in pages of React, Vue and Svelte, as their authors write it: no wrapper, attributes from state, events their own way. */

interface Attributes {
  list: string;
  label?: string | null;
  level?: number | null;
  size?: number | string | null;
  hidden?: boolean;
  explainer?: string | boolean | null;
}

/** The state of the page; each key of `order` is a directory. */
interface State {
  order: string[];
  attributes: Record<string, Attributes>;
  fallback: string;
  /** A list that React shows by a directory which it listens to through a ref. */
  heard?: string;
}

const one: State = { order: ['a'], attributes: { a: { list: '/groups.json', label: 'Ours', size: 2 } }, fallback: 'See our support groups' };

async function open(page: Page, site: Site, framework: Framework, state: State = one) {
  site.answer('/app.js', bytes(await bundle(framework), 'text/javascript; charset=utf-8'));
  const start = `<div id="app"></div><script>first = ${JSON.stringify(state)}; log = []</script>`;
  await page.goto(site.page('/', `${start}<script src="/app.js"></script>${script({ async: true })}`));
}

const change = (page: Page, changes: Partial<State>) => page.evaluate((to) => (window as never as { change(to: object): void }).change(to), changes);
const set = (page: Page, attributes: Partial<Attributes>) => change(page, { attributes: { a: { list: '/groups.json', ...attributes } } });
const log = (page: Page): Promise<[key: string, event: string, detail: object][]> => page.evaluate('log');

test.beforeEach(({ site, calm }) => {
  site.list('/groups.json', small(site.url));
  // What builds for development say of themselves.
  calm.allowConsole(/React DevTools|You are running a development build of Vue/);
});

for (const framework of Object.keys(FRAMEWORKS) as Framework[])
  test.describe(framework, () => {
    test('attributes follow the state: words, numbers, yes and no, nothing', async ({ page, site, directory, calm }) => {
      await open(page, site, framework);
      await directory.ready();
      await expect(directory.title).toHaveText('Ours');
      await expect(directory.cards).toHaveCount(2);
      await set(page, { label: 'Near you', size: 3, level: 4, explainer: 'no' });
      await expect(directory.title).toHaveText('Near you');
      await expect(directory.cards).toHaveCount(3);
      await expect(directory.host.getByRole('heading', { level: 4, name: 'Near you' })).toBeVisible();
      await expect(directory.explainer).toHaveCount(0);
      await set(page, { label: null, size: undefined, level: null, explainer: undefined, hidden: true });
      await expect(directory.host).toBeHidden();
      await expect(directory.host).not.toHaveAttribute('label');
      await expect(directory.host).not.toHaveAttribute('page-size');
      await set(page, { hidden: false });
      await expect(directory.title).toHaveText('Peer support groups');
      await expect(directory.cards).toHaveCount(10);
      await expect(directory.explainer).toBeVisible();
      expect(site.requests('/groups.json')).toHaveLength(1);
      // React takes a false attribute away; Vue and Svelte write the word, which is no value of this one.
      calm.allowConsole(framework === 'React' ? /^nothing$/ : /^warning: .*explainer="false"/);
      await set(page, { explainer: false, size: '4' });
      await expect(directory.cards).toHaveCount(4);
      await expect(directory.explainer).toBeVisible();
    });

    test('events are heard', async ({ page, site, directory }) => {
      await open(page, site, framework);
      await directory.ready();
      await directory.choose('Day', 'Monday');
      await expect.poll(() => log(page)).toEqual([
        ['a', 'ready', { groups: 10, problems: [] }],
        ['a', 'results', { shown: 2, total: 10 }],
      ]);
    });

    test('fallback that changes while the directory shows is there when it is needed', async ({ page, site, directory, calm }) => {
      calm.allowFailedRequests();
      await open(page, site, framework);
      await directory.ready();
      await change(page, { fallback: 'Phone us' });
      await expect(directory.host.getByText('Phone us', { exact: true })).toBeHidden();
      await directory.choose('Day', 'Monday');
      await directory.expectCount(2);
      await set(page, { list: '/missing.json' });
      await expect(directory.error).toBeVisible();
      await expect(page.getByRole('link', { name: 'Phone us' })).toBeVisible();
    });

    test('unmounted while its list is on the way: the download is given up, and mounted again it asks anew', async ({ page, site, directory }) => {
      const { answer, release } = held(json(small(site.url)));
      site.answer('/groups.json', answer, json(small(site.url)));
      await open(page, site, framework);
      await expect.poll(() => site.requests('/groups.json').length).toBe(1);
      await change(page, { order: [] });
      await expect(directory.host).toHaveCount(0);
      await expect.poll(() => site.requests('/groups.json')[0].dropped).toBe(true);
      release();
      await change(page, { order: ['a'] });
      await directory.ready();
      await directory.choose('Day', 'Monday');
      await directory.expectCount(2);
      expect(site.requests('/groups.json')).toHaveLength(2);
    });

    test('mounted and unmounted many times it leaves nothing in the module\'s memory', async ({ page, site, directory }) => {
      const size = await watchMemory(page);
      await open(page, site, framework);
      await directory.ready();
      const rounds = (count: number) =>
        page.evaluate(async (count) => {
          const { change } = window as never as { change(to: object): void };
          for (let round = 0; round < count; round += 1) {
            change({ order: [] });
            while (document.querySelector('peer-support-directory')) await new Promise((later) => setTimeout(later));
            const ready = new Promise((resolve) => document.addEventListener('psd-ready', resolve, { once: true }));
            change({ order: ['a'] });
            await ready;
          }
        }, count);
      await rounds(5);
      const [before, ...more] = await size();
      expect(more, 'one instance serves them all').toEqual([]);
      await rounds(30);
      expect((await size())[0] - before).toBeLessThanOrEqual(65_536);
      // As many at once do need more: the measure is not blind.
      await change(page, { order: Array.from({ length: 30 }, (_, key) => `k${key}`), attributes: Object.fromEntries(Array.from({ length: 30 }, (_, key) => [`k${key}`, { list: '/groups.json' }])) });
      await directory.nth(29).ready();
      expect((await size())[0] - before).toBeGreaterThan(65_536);
    });

    test('two directories that change places keep what was chosen', async ({ page, site, directory }) => {
      const attributes = { a: { list: '/groups.json', label: 'A' }, b: { list: '/groups.json', label: 'B' } };
      await open(page, site, framework, { ...one, order: ['a', 'b'], attributes });
      await directory.nth(1).ready();
      await directory.choose('Day', 'Monday');
      await directory.more('Mouth Mondays').click();
      await change(page, { order: ['b', 'a'] });
      await expect(directory.title).toHaveText('B');
      const moved = directory.nth(1);
      await expect(moved.title).toHaveText('A');
      await moved.expectCount(2);
      await expect(moved.more('Mouth Mondays')).toHaveAttribute('aria-expanded', 'true');
      await directory.expectCount(10);
      expect(site.requests('/groups.json')).toHaveLength(1);
      await change(page, { order: ['a'] });
      await expect(directory.title).toHaveText('A');
      await directory.expectCount(2);
    });
  });

test('React: what an effect listens to is heard once, though strict mode runs effects twice', async ({ page, site, directory }) => {
  await open(page, site, 'React', { ...one, order: [], heard: '/groups.json' });
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await expect.poll(() => log(page)).toEqual([['heard', 'heard', { shown: 2, total: 10 }]]);
  await change(page, { heard: undefined });
  await expect(directory.host).toHaveCount(0);
});
