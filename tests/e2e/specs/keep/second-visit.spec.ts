import type { Page } from '@playwright/test';
import { small } from '../../fixtures/lists';
import { SUNDAY } from '../../fixtures/meetings';
import { held, json } from '../../support/answers';
import { watchInside } from '../../support/inside';
import { expectKept, keptLists } from '../../support/kept';
import { element, embed, script } from '../../support/markup';
import { painted, watchShifts } from '../../support/paint';
import { expect, test, type Site } from '../../support/test';

/** With `keep`, a second visit shows the last good list at once, and the newest as soon as that is there. */

/** The list after its publisher has changed it: one group more, first in the order of names. */
const newer = (origin: string) => {
  const list = small(origin);
  return { ...list, groups: [{ id: 'a-new-group', name: 'A New Group', kinds: ['group'], cancer_types: ['tongue'] }, ...list.groups] };
};

const embedded = embed({ keep: '7d', 'page-size': 50 });

/** A first visit, whose list is kept, and a second, whose list waits until `release`. */
async function visitTwice(page: Page, site: Site, second: unknown, body = embedded) {
  site.list('/groups.json', small(site.url));
  const address = site.page('/', body);
  await page.goto(address);
  await expectKept(page, [small(site.url)]);
  const list = held(json(second));
  site.answer('/groups.json', list.answer);
  await page.goto(address);
  return list.release;
}

test('the kept list shows before the network answers, which was asked at the same moment', async ({ page, site, directory, events }) => {
  await visitTwice(page, site, small(site.url));
  await directory.expectCount(10);
  expect(await events.detail('psd-ready')).toEqual({ groups: 10, problems: [] });
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeHidden();
  expect(site.requests('/groups.json').map(({ done }) => done)).toEqual([true, false]);
});

test('the same list once more changes nothing, but for the day from which it is kept', async ({ page, site, directory, events }) => {
  await page.clock.setFixedTime(new Date(SUNDAY));
  const release = await visitTwice(page, site, small(site.url));
  await directory.ready();
  const changes = await directory.host.evaluateHandle((host) => {
    const changes: string[] = [];
    const note = (records: MutationRecord[]) => changes.push(...records.map(({ type, target }) => `${type} ${target.nodeName}`));
    new MutationObserver(note).observe(host.shadowRoot!, { subtree: true, childList: true, attributes: true, characterData: true });
    return changes;
  });
  await page.clock.setFixedTime(new Date(SUNDAY).getTime() + 60_000);
  release();
  const dates = async () => (await keptLists(page)).map(({ headers }) => new Date(headers.date).getTime());
  await expect.poll(dates).toEqual([new Date(SUNDAY).getTime() + 60_000]);
  expect(await changes.jsonValue()).toEqual([]);
  expect(await events.of('psd-ready')).toHaveLength(1);
});

test('another list takes its place, tells the page, and is kept', async ({ page, site, directory, events }) => {
  const release = await visitTwice(page, site, newer(site.url));
  await directory.expectCount(10);
  release();
  await directory.expectCount(11);
  await expect(directory.region).toHaveCount(1);
  expect((await events.of('psd-ready')).map(({ detail }) => detail.groups)).toEqual([10, 11]);
  expect(await events.of('psd-error')).toEqual([]);
  await expectKept(page, [newer(site.url)]);
});

test('choices, what is open, place and focus stay', async ({ page, site, directory, events }) => {
  const release = await visitTwice(page, site, newer(site.url));
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.search.fill('talk');
  await directory.expectCount(1);
  await directory.explainer.click();
  await directory.more('Tongue Talk').click();
  const link = directory.link('Visit Tongue Talk');
  await link.focus();
  await page.evaluate(() => scrollTo(0, 300));
  const [top, scrolled] = [(await link.boundingBox())!.y, await page.evaluate(() => scrollY)];
  release();
  await expect.poll(async () => (await events.of('psd-ready')).length).toBe(2);
  await directory.expectCount(1);
  await expect(directory.search).toHaveValue('talk');
  await expect(directory.explainer).toHaveAttribute('aria-expanded', 'true');
  await expect(directory.more('Tongue Talk')).toHaveAttribute('aria-expanded', 'true');
  await expect(link).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  expect((await link.boundingBox())!.y).toBe(top);
});

/** Ticks or unticks an option as soon as it stands there and so many directories hold a card. */
const chooseWhen = (page: Page, option: string, directories: number) =>
  watchInside(page, (root, [option, directories]) => {
    if (root.querySelectorAll('.directory:has(.card)').length < directories) return false;
    const labels = [...root.querySelector('.directory')!.querySelectorAll('label')];
    const label = labels.find((label) => label.textContent!.startsWith(option));
    if (!label) return false;
    label.click();
    document.body.dataset.chosen = option;
    return true;
  }, [option, directories] as const);

test('what is ticked while the kept list is still on its way stays', async ({ page, site, directory, events }) => {
  site.list('/groups.json', small(site.url));
  const address = site.page('/', embedded);
  await page.goto(address);
  await expectKept(page, [small(site.url)]);
  await chooseWhen(page, 'Monday', 1);
  const list = held(json(newer(site.url)));
  site.answer('/groups.json', list.answer);
  await page.goto(address);
  await directory.expectCount(2);
  list.release();
  await expect.poll(async () => (await events.of('psd-ready')).length).toBe(2);
  await expect(directory.option('Day', 'Monday')).toBeChecked();
  await directory.expectCount(2);
});

test('what is unticked while the newest list is on its way leaves the page\'s own choices', async ({ page, site, directory, events }) => {
  await chooseWhen(page, 'Monday', 2);
  const release = await visitTwice(page, site, newer(site.url), embed({ keep: '7d', 'page-size': 50, 'cancer-type': 'tongue' }));
  await directory.expectCount(7);
  await directory.choose('Day', 'Monday');
  release();
  await expect.poll(async () => (await events.of('psd-ready')).length).toBe(2);
  await expect(page.locator('body')).toHaveAttribute('data-chosen', 'Monday');
  await expect(directory.chip('Tongue cancer')).toBeVisible();
  await expect(directory.option('Day', 'Monday')).not.toBeChecked();
});

test('words that are being typed stay, and the next letter comes after them', async ({ page, site, directory }) => {
  const release = await visitTwice(page, site, newer(site.url));
  await directory.ready();
  // The pause after which words count does not pass.
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await directory.search.fill('tong tak');
  await page.keyboard.press('ArrowLeft');
  release();
  await expect(directory.option('Type of cancer', 'Tongue cancer')).toHaveAccessibleName('Tongue cancer (8)');
  await expect(directory.search).toBeFocused();
  await page.keyboard.type('l');
  await expect(directory.search).toHaveValue('tong talk');
  await page.clock.runFor(1_000);
  await directory.expectCount(1);
});

test('focus stays with the group, though others come before it', async ({ page, site, directory }) => {
  const release = await visitTwice(page, site, newer(site.url));
  await directory.more('Silver Book').focus();
  release();
  await directory.expectCount(11);
  await expect(directory.more('Silver Book')).toBeFocused();
});

test('focus on a group that is no more goes to the title', async ({ page, site, directory }) => {
  const list = small(site.url);
  const release = await visitTwice(page, site, { ...list, groups: list.groups.slice(0, 1) });
  await directory.link('01632 960003').focus();
  release();
  await directory.expectCount(1);
  expect(await directory.focused()).not.toMatch(/^outside/);
});

test('a copied link shows what only the newest list has', async ({ page, site, directory }) => {
  const address = site.page('/', embedded);
  site.list('/groups.json', small(site.url));
  await page.goto(address);
  await expectKept(page, [small(site.url)]);
  const list = newer(site.url);
  const venue = { attending_type: 'in-person', venue: { town: 'Truro' } };
  const groups = list.groups.map((group) => (group.id === 'a-new-group' ? { ...group, meetings: [venue] } : group));
  const newest = held(json({ ...list, groups }));
  site.answer('/groups.json', newest.answer);
  await page.goto('about:blank');
  await page.goto(`${address}#peer-support-directory-1?q=&place=Truro`);
  await directory.expectCount(10);
  newest.release();
  await directory.expectCount(1);
  expect(await directory.names()).toEqual(['A New Group']);
});

test('where the network answers before the module is there, the kept list is not shown at all', async ({ page, site, directory, events }) => {
  const module = held(site.dist.answer(site.dist.wasmName));
  site.answer(`/dist/${site.dist.wasmName}`, site.dist.answer(site.dist.wasmName), module.answer);
  const release = await visitTwice(page, site, newer(site.url));
  await expect.poll(() => site.requests(`/dist/${site.dist.wasmName}`).length).toBe(2);
  // What the page asks of Cache Storage comes after what the widget has asked.
  await keptLists(page);
  release();
  await expect.poll(() => site.requests('/groups.json')[1].done).toBe(true);
  // What the page reads after the list's last byte comes after it.
  await page.evaluate(() => fetch('/'));
  module.release();
  await directory.expectCount(11);
  expect(await events.of('psd-ready')).toHaveLength(1);
});

test('two directories of one list ask for it once, and each shows what is newest', async ({ page, site, directory }) => {
  const body = script() + element({ list: '/groups.json', keep: '7d' }).repeat(2);
  const release = await visitTwice(page, site, newer(site.url), body);
  await directory.expectCount(10);
  await directory.nth(1).expectCount(10);
  await directory.nth(1).choose('Day', 'Monday');
  release();
  await directory.expectCount(11);
  await directory.nth(1).expectCount(2);
  await expect(directory.nth(1).chips).toHaveText(/Monday/);
  expect(site.requests('/groups.json')).toHaveLength(2);
});

test('a kept list on its way out with its directory shows nothing later', async ({ page, site, directory, events }) => {
  const release = await visitTwice(page, site, newer(site.url));
  await directory.expectCount(10);
  await directory.host.evaluate((host) => host.remove());
  await expect.poll(() => site.requests('/groups.json')[1].dropped).toBe(true);
  release();
  expect((await events.of('psd-ready')).map(({ detail }) => detail.groups)).toEqual([10]);
  expect(await events.of('psd-error')).toEqual([]);
  await expectKept(page, [small(site.url)]);
});

test('a page that takes it away as soon as it is ready hears nothing more', async ({ page, site, events }) => {
  await page.addInitScript(() =>
    document.addEventListener('psd-ready', ({ target }) => {
      if (sessionStorage.getItem('visited')) (target as Element).remove();
      sessionStorage.setItem('visited', 'yes');
    }),
  );
  const release = await visitTwice(page, site, newer(site.url));
  await expect(page.locator('peer-support-directory')).toHaveCount(0);
  await expect.poll(() => site.requests('/groups.json')[1].dropped).toBe(true);
  release();
  expect((await events.all()).map(({ name }) => name)).toEqual(['psd-ready']);
});

test('nothing moves where nothing fails', async ({ page, site, directory }) => {
  const shifts = await watchShifts(page);
  const body = script({ async: true }) + element({ list: '/groups.json', keep: '7d', style: 'display: block; min-height: 900px' });
  const release = await visitTwice(page, site, small(site.url), body);
  await directory.expectCount(10);
  const first = (await keptLists(page))[0].headers.date;
  await page.clock.setFixedTime(new Date(first).getTime() + 60_000);
  release();
  await expect.poll(async () => (await keptLists(page))[0].headers.date).not.toBe(first);
  await painted(page);
  expect(await shifts()).toEqual([]);
});
