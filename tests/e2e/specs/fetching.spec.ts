import { plain, small } from '../fixtures/lists';
import { bytes, hang, held, json } from '../support/answers';
import { noteFetches } from '../support/fetches';
import { element, embed, SCRIPT, script } from '../support/markup';
import { expect, test } from '../support/test';
import { passTime } from '../support/time';
import { modulePath } from '../support/wasm';

test('three tries of 8 seconds, with growing delay', async ({ page, site, directory, events }) => {
  // It goes in steps alone: what goes by itself meanwhile is no exact measure.
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  const fetches = await noteFetches(page);
  site.answer('/groups.json', hang());
  await page.goto(site.page('/', embed()));
  await passTime(page, async () => (await events.of('psd-error')).length, 250);
  expect((await events.detail('psd-error')).code).toBe('timeout');
  await expect(directory.tryAgain).toBeVisible();
  const tries = await fetches();
  expect(tries).toHaveLength(3);
  for (const { start, end } of tries) {
    expect(end! - start).toBeGreaterThanOrEqual(7_900);
    expect(end! - start).toBeLessThan(9_000);
  }
  const delays = [tries[1].start - tries[0].end!, tries[2].start - tries[1].end!];
  expect(delays[0]).toBeGreaterThan(0);
  expect(delays[1]).toBeGreaterThan(delays[0]);
  expect(delays[1]).toBeLessThan(10_000);
  await page.clock.runFor(120_000);
  expect(site.requests('/groups.json'), 'and no fourth').toHaveLength(3);
});

test('a slow network has longer for the module at each try', async ({ page, site, directory, calm }) => {
  calm.allowFailedRequests();
  await page.clock.install();
  site.list('/groups.json', small(site.url));
  const module = site.dist.file(site.dist.wasmName);
  const slow = held(bytes(module, 'application/wasm'));
  site.answer(modulePath(site), slow.answer);
  await page.goto(site.page('/', embed()));
  const tries = (count: number) => expect.poll(() => site.requests(modulePath(site)).length).toBe(count);
  await tries(1);
  await page.clock.runFor(8_100);
  await page.clock.runFor(1_100);
  await tries(2);
  await page.clock.runFor(12_000);
  slow.release();
  await directory.ready();
  await tries(2);
});

test('"Loading groups" comes after a second, not before', async ({ page, site, directory }) => {
  await page.clock.install();
  const list = held(json(small(site.url)));
  site.answer('/groups.json', list.answer);
  await page.goto(site.page('/', embed()));
  await expect.poll(() => site.requests('/groups.json').length).toBe(1);
  await expect(directory.loading.filter({ visible: true })).toHaveCount(0);
  await page.clock.runFor(1_100);
  await expect(directory.loading).toBeVisible();
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  list.release();
  await directory.ready();
  await expect(directory.loading).toHaveCount(0);
});

test.describe('a directory that is removed', () => {
  test('drops its request', async ({ page, site, directory, events }) => {
    site.answer('/groups.json', hang());
    await page.goto(site.page('/', embed()));
    await expect.poll(() => site.requests('/groups.json').length).toBe(1);
    await directory.host.evaluate((host) => host.remove());
    await expect.poll(() => site.requests('/groups.json')[0].dropped).toBe(true);
    expect(await events.all()).toEqual([]);
  });

  test('does not try again', async ({ page, site, directory }) => {
    await page.clock.install();
    site.answer('/groups.json', hang());
    await page.goto(site.page('/', embed()));
    await expect.poll(() => site.requests('/groups.json').length).toBe(1);
    await directory.host.evaluate((host) => host.remove());
    for (let minute = 0; minute < 6; minute += 1) await page.clock.runFor(10_000);
    expect(site.requests('/groups.json')).toHaveLength(1);
  });

  test('leaves the request to another that wants the same list', async ({ page, site, directory }) => {
    const list = held(json(small(site.url)));
    site.answer('/groups.json', list.answer);
    await page.goto(site.page('/', embed() + embed()));
    await expect.poll(() => site.requests('/groups.json').length).toBe(1);
    await directory.host.evaluate((host) => host.remove());
    list.release();
    await directory.ready();
    await directory.expectCount(10);
    expect(site.requests('/groups.json')).toHaveLength(1);
  });
});

test.describe('two directories', () => {
  test('of one list ask for it once', async ({ page, site, directory }) => {
    site.list('/groups.json', small(site.url));
    await page.goto(site.page('/', script() + element({ list: '/groups.json' }) + element({ list: `${site.url}/groups.json` })));
    await directory.ready();
    await directory.nth(1).ready();
    expect(site.requests('/groups.json')).toHaveLength(1);
  });

  test('of two lists ask for each', async ({ page, site, directory }) => {
    site.list('/groups.json', small(site.url));
    site.list('/others.json', plain(['Other Group']));
    await page.goto(site.page('/', script() + element({ list: '/groups.json' }) + element({ list: '/others.json' })));
    await directory.expectCount(10);
    await directory.nth(1).expectCount(1);
    expect(site.requests('/groups.json')).toHaveLength(1);
    expect(site.requests('/others.json')).toHaveLength(1);
  });
});

test.describe('the list and the module are asked for at the same moment', () => {
  test('the list does not wait for the module', async ({ page, site, directory }) => {
    const path = modulePath(site);
    const module = held(site.dist.answer(site.dist.wasmName));
    site.list('/groups.json', small(site.url));
    site.answer(path, module.answer);
    await page.goto(site.page('/', embed()));
    await expect.poll(() => site.requests('/groups.json')[0]?.done).toBe(true);
    await expect(directory.resultsHeading).toHaveCount(0);
    module.release();
    await directory.ready();
    expect(site.requests('/groups.json'), 'and is not asked for again').toHaveLength(1);
  });

  test('the module does not wait for the list', async ({ page, site, directory }) => {
    const list = held(json(small(site.url)));
    site.answer('/groups.json', list.answer);
    await page.goto(site.page('/', embed()));
    await expect.poll(() => site.requests(modulePath(site))[0]?.done).toBe(true);
    list.release();
    await directory.expectCount(10);
  });
});

test('the module is asked for once, however many directories there are', async ({ page, site, directory }) => {
  site.list('/groups.json', small(site.url));
  await page.goto(site.page('/', script() + embed().repeat(3)));
  await directory.nth(2).ready();
  expect(site.requests(modulePath(site))).toHaveLength(1);
});

test('no directory on the page, no module', async ({ page, site }) => {
  await page.goto(site.page('/', script() + '<p>Nothing yet</p>'));
  await page.evaluate(() => customElements.whenDefined('peer-support-directory').then(() => null));
  expect(site.requests(modulePath(site))).toHaveLength(0);
  expect(site.requests('/dist/groups.json')).toHaveLength(0);
});

test('a second visit shows the groups from the browser\'s cache, before the network answers', async ({ page, site, directory }) => {
  const cached = { 'cache-control': 'max-age=600' };
  site.answer('/groups.json', bytes(JSON.stringify(small(site.url)), 'application/json', cached), hang());
  site.answer(SCRIPT, bytes(site.dist.script, 'text/javascript', cached), hang());
  site.answer(modulePath(site), bytes(site.dist.file(site.dist.wasmName), 'application/wasm', cached), hang());
  for (const visit of [1, 2]) {
    await page.goto(site.page(`/visit-${visit}`, embed()));
    await directory.expectCount(10);
  }
  for (const path of ['/groups.json', SCRIPT, modulePath(site)]) expect(site.requests(path)).toHaveLength(1);
});
