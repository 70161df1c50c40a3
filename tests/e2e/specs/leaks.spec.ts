import type { Page } from '@playwright/test';
import { small } from '../fixtures/lists';
import { status } from '../support/answers';
import { script } from '../support/markup';
import { memory, watchMemory } from '../support/memory';
import { expect, test } from '../support/test';

/** How many directories stand on the page at once: each is painted in parts, frame by frame. */
const TOGETHER = 10;

/** Puts directories on the page, some at once, waits for them, uses them and takes them away: so many in all. */
async function mountAndUnmount(page: Page, times: number) {
  await page.evaluate(async ([rounds, together]) => {
    const mount = async () => {
      const host = document.createElement('peer-support-directory');
      host.setAttribute('list', '/groups.json');
      const ready = new Promise((resolve) => host.addEventListener('psd-ready', resolve, { once: true }));
      document.body.append(host);
      await ready;
      host.shadowRoot!.querySelector<HTMLInputElement>('input[type="checkbox"]')!.click();
      host.remove();
    };
    for (let round = 0; round < rounds; round += 1) await Promise.all(Array.from({ length: together }, mount));
  }, [times / TOGETHER, TOGETHER]);
}

test('a thousand mounts and unmounts leave nothing behind', async ({ page, site }) => {
  test.setTimeout(120_000);
  const list = small(site.url);
  site.list('/groups.json', { ...list, groups: list.groups.slice(0, 3) });
  await page.goto(site.page('/', script()));
  // The browser's own list of what was loaded grows up to 250 entries, whoever loads.
  await page.evaluate(() => performance.setResourceTimingBufferSize(0));
  // Caches fill and code is compiled in the first rounds, some of it after hundreds; what matters is whether it goes on.
  await mountAndUnmount(page, 1000);
  const before = await memory(page);
  await mountAndUnmount(page, 1000);
  const after = await memory(page);
  expect(after.nodes - before.nodes, 'DOM nodes').toBeLessThan(100);
  expect(after.listeners - before.listeners, 'event listeners').toBeLessThan(20);
  expect(after.objects - before.objects, 'objects').toBeLessThan(50);
  // A tenth of a kilobyte for each round would be 100 KB: less than that is noise.
  expect(after.heap - before.heap, 'bytes of JavaScript heap').toBeLessThan(100_000);
});

test('directories that keep, wait or fail, and go, leave no observer and no listener behind', async ({ page, site, calm }) => {
  test.setTimeout(120_000);
  calm.allowFailedRequests();
  const list = small(site.url);
  site.list('/groups.json', { ...list, groups: list.groups.slice(0, 3) });
  site.answer('/none.json', status(404));
  await page.goto(site.page('/', script() + '<p style="height: 5000px"></p>'));
  // The browser's own list of what was loaded grows up to 250 entries, whoever loads.
  await page.evaluate(() => performance.setResourceTimingBufferSize(0));
  const rounds = (times: number) =>
    page.evaluate(async (rounds) => {
      const add = (attributes: Record<string, string>, event?: string) => {
        const host = document.createElement('peer-support-directory');
        for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
        const told = event && new Promise((tell) => host.addEventListener(event, tell, { once: true }));
        document.body.append(host);
        return { host, told };
      };
      for (let round = 0; round < rounds; round += 1) {
        const all = [add({ list: '/groups.json', keep: '7d' }, 'psd-ready'), add({ list: '/none.json' }, 'psd-error'), add({ list: '/groups.json', lazy: '' })];
        await Promise.all(all.map(({ told }) => told));
        for (const { host } of all) host.remove();
      }
    }, times);
  await rounds(30);
  const before = await memory(page);
  await rounds(300);
  const after = await memory(page);
  expect(after.nodes - before.nodes, 'DOM nodes').toBeLessThan(100);
  expect(after.listeners - before.listeners, 'event listeners').toBeLessThan(20);
  expect(after.objects - before.objects, 'objects').toBeLessThan(50);
  expect(after.heap - before.heap, 'bytes of JavaScript heap').toBeLessThan(200_000);
});

test('the module\'s own memory does not grow with mounts', async ({ page, site }) => {
  test.setTimeout(60_000);
  const size = await watchMemory(page);
  site.list('/groups.json', small(site.url));
  await page.goto(site.page('/', script()));
  await mountAndUnmount(page, 50);
  const [before, ...more] = await size();
  expect(more, 'one instance serves them all').toEqual([]);
  await mountAndUnmount(page, 300);
  const [after] = await size();
  expect(after - before, 'bytes of the module\'s memory').toBeLessThanOrEqual(65_536);
});
