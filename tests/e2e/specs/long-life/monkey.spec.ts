import type { Page } from '@playwright/test';
import { small } from '../../fixtures/lists';
import { rich } from '../../fixtures/rich';
import { embed } from '../../support/markup';
import { memory, watchMemory, type Memory } from '../../support/memory';
import type { Directory } from '../../directory';
import { expect, test } from '../../support/test';

/**
 * Random use, seeded: whatever fails fails again. Half an hour of it, on the page's clock, passes in each run;
 * `PSD_MONKEY_MINUTES=30` makes it that long on the wall.
 */

const SEED = Number(process.env.PSD_MONKEY_SEED ?? 20261122);
const MINUTES = Number(process.env.PSD_MONKEY_MINUTES ?? 0.5);
/** What the page's clock goes on by, for each second on the wall. */
const HASTE = Math.max(1, 30 / MINUTES);
/** Actions from one look at the page's state to the next. */
const BURST = 40;

/** What a visitor and the page around may do; each is done to something that shows, taken at random. */
const act = (page: Page, seed: number) =>
  page.evaluate(
    async ({ seed, burst }) => {
      const host = document.querySelector('peer-support-directory')!;
      const random = () => {
        seed = (seed + 0x6d2b79f5) | 0;
        let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
      };
      const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)];
      const shown = <T extends HTMLElement>(selector: string) =>
        [...host.shadowRoot!.querySelectorAll<T>(selector)].filter((element) => element.checkVisibility());
      const words = ['tongue', 'tounge', 'circle', 'zzz', 'ma', '', '  ', 'Ünïcode', '<b>', 'london zoom', 'q'.repeat(300)];
      const towns = ['Oxford', 'OX3 7LJ', 'nowhere at all', '', 'London', 'Belfast'];
      const type = (box: HTMLInputElement | undefined, text: string, event = 'input') => {
        if (!box) return;
        box.focus();
        box.value = text;
        box.dispatchEvent(new Event(event, { bubbles: true, composed: true }));
      };
      const attributes: [string, string[]][] = [
        ['page-size', ['1', '5', '20', 'x']],
        ['heading-level', ['1', '3', '9']],
        ['label', ['Ours', '', 'A <b>label</b>']],
        ['only-format', ['online', '', 'in-person']],
        ['filters', ['day time soon', 'cancer-type audience kind format place day', 'nothing']],
        ['explainer', ['no', 'yes']],
      ];
      const actions: [weight: number, run: () => void][] = [
        [30, () => one(shown<HTMLInputElement>('input[type="checkbox"]'))?.click()],
        [25, () => one(shown('button'))?.click()],
        [12, () => type(shown<HTMLInputElement>('input[type="search"]')[0], one(words))],
        [5, () => type(shown<HTMLInputElement>('input:not([type="checkbox"], [type="search"])')[0], one(towns), one(['input', 'change']))],
        [4, () => shown('form')[0]?.dispatchEvent(new Event('submit', { cancelable: true }))],
        [4, () => {
          const select = one(shown<HTMLSelectElement>('select'));
          if (!select) return;
          select.selectedIndex = Math.floor(random() * select.options.length);
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }],
        [4, () => {
          const [name, values] = one(attributes);
          if (random() < 0.3) host.removeAttribute(name);
          else host.setAttribute(name, one(values));
        }],
        [2, () => document.body.append(host)],
        [1, () => {
          host.remove();
          setTimeout(() => document.body.append(host));
        }],
        [3, () => (document.documentElement.style.width = one(['', '320px', '600px']))],
        [2, () => void scrollTo(0, random() * document.body.scrollHeight)],
        [3, () => void host.shadowRoot!.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: one(['Escape', 'Enter', 'Tab', 'a']), bubbles: true, composed: true }))],
      ];
      const weight = actions.reduce((sum, [weight]) => sum + weight, 0);
      for (let done = 0; done < burst; done += 1) {
        let at = random() * weight;
        actions.find(([weight]) => (at -= weight) < 0)![1]();
        if (random() < 0.4) await new Promise((resolve) => setTimeout(resolve, random() * 60));
      }
    },
    { seed, burst: BURST },
  );

/** What the page says of itself in several places, which must be one thing. */
const state = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector('peer-support-directory')!;
    const root = host.shadowRoot!;
    const texts = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)].map((one) => one.textContent!.trim());
    const number = (text: string | undefined) => Number(text?.match(/[\d,]+/)?.[0].replaceAll(',', '') ?? NaN);
    const shown = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility()).length;
    return {
      heading: number(texts('.results-title')[0]),
      button: number(texts('button[type="submit"]')[0]),
      left: shown('button.more') ? number(texts('button.more')[0]) : 0,
      cards: shown('[part~="card"]'),
      size: Number(/^[1-9]\d*$/.test(host.getAttribute('page-size') ?? '') ? host.getAttribute('page-size') : 20),
      chips: texts('.chip').map((chip) => chip.replace('Remove filter: ', '')),
      ticked: [...root.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:checked')].map((box) => box.labels![0].querySelector('span')!.firstChild!.textContent!.trim()),
      ids: [...root.querySelectorAll('[id]')].map(({ id }) => id),
    };
  });

/** Takes away all attributes but the list, and all choices. */
async function clear(directory: Directory) {
  await directory.host.evaluate((host) => {
    for (const { name } of [...host.attributes]) if (name !== 'list') host.removeAttribute(name);
    document.documentElement.style.width = '';
  });
  await expect(directory.filter('Town or area')).toBeVisible();
  if (await directory.clearAll.isVisible()) await directory.clearAll.click();
  await expect(directory.chips).toHaveCount(0);
}

for (const [name, list] of [['small', small], ['rich', rich]] as const)
  test(`half an hour of random use of a ${name} list`, async ({ page, site, directory, calm, context }) => {
    test.setTimeout(MINUTES * 60_000 + 90_000);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    // Attributes that cannot be used are told of, which is right.
    calm.allowConsole(/^warning: peer-support-directory: the attribute (page-size|heading-level|filters)=/);
    site.list('/groups.json', list(site.url));
    // A click on a link would leave the page: none of this test's business.
    await page.addInitScript(() => addEventListener('click', (event) => event.composedPath().some((node) => node instanceof HTMLAnchorElement) && event.preventDefault(), { capture: true }));
    await page.clock.install({ time: new Date('2026-11-23T18:00:00Z') });
    const modules = await watchMemory(page);
    await page.goto(site.page('/', embed()));
    await directory.ready();

    const start = Date.now();
    const uses: (Memory & { modules: number[] })[] = [];
    let seed = SEED;
    let bursts = 0;
    while (Date.now() - start < MINUTES * 60_000) {
      const before = Date.now();
      await act(page, (seed += 1));
      bursts += 1;
      // What downloads takes real time: to haste on meanwhile would be to say that the server does not answer.
      await directory.ready();
      await page.clock.runFor((Date.now() - before) * (HASTE - 1));
      await directory.ready();
      // The typing pause, and the loading of what was asked for.
      await expect.poll(async () => page.evaluate(() => document.querySelectorAll('peer-support-directory').length)).toBe(1);
      await page.clock.runFor(2_000);
      const now = await state(page);
      const where = `after ${bursts} bursts, seed ${seed}: ${JSON.stringify({ ...now, ids: now.ids.length })}`;
      expect(now.button, where).toBe(now.heading);
      expect(now.cards, where).toBeLessThanOrEqual(now.heading);
      expect(now.cards + now.left, where).toBeLessThanOrEqual(now.heading);
      expect(new Set(now.ids).size, `ids are unique ${where}`).toBe(now.ids.length);
      for (const tick of now.ticked) expect(now.chips, where).toContain(tick);
      if (bursts % 10 === 0) {
        await clear(directory);
        uses.push({ ...(await memory(page)), modules: await modules() });
      }
    }

    // Another page, given the choices that this one has, shows the same. Links hold no place.
    await act(page, (seed += 1));
    await directory.host.evaluate((host) => {
      for (const { name } of [...host.attributes]) if (name !== 'list') host.removeAttribute(name);
      document.documentElement.style.width = '';
    });
    await page.clock.runFor(2_000);
    await directory.host.locator('#near').fill('');
    await directory.host.locator('#near').press('Enter');
    await directory.choose('How it meets', 'Online');
    const heading = await directory.resultsHeading.innerText();
    const names = await directory.names();
    await directory.copyLink.click();
    const twin = directory.on(await context.newPage());
    await twin.page.clock.install({ time: await page.evaluate(() => Date.now()) });
    await twin.page.goto(await page.evaluate(() => navigator.clipboard.readText()));
    await expect(twin.resultsHeading).toHaveText(heading);
    const others = await twin.names();
    expect(others).toEqual(names.slice(0, others.length));

    // Caches fill and code is compiled at first. A single look may see what the browser has not let go of yet:
    // growth would show in the least of many.
    uses.splice(0, Math.floor(uses.length / 4));
    const half = Math.ceil(uses.length / 2);
    const least = (of: 'nodes' | 'listeners' | 'heap') => [uses.slice(0, half), uses.slice(half)].map((part) => Math.min(...part.map((use) => use[of])));
    const report = JSON.stringify({ actions: bursts * BURST, nodes: least('nodes'), listeners: least('listeners'), heap: least('heap'), modules: uses.at(-1)!.modules });
    const grown = (of: 'nodes' | 'listeners' | 'heap') => least(of)[1] - least(of)[0];
    expect(grown('nodes'), report).toBeLessThan(200);
    expect(grown('listeners'), report).toBeLessThan(20);
    expect(grown('heap'), report).toBeLessThan(500_000);
    // The module and the one that loads later, and no other instance of either.
    expect(uses.at(-1)!.modules.length, report).toBeLessThanOrEqual(2);
    for (const [at, bytes] of uses[half - 1].modules.entries()) expect(uses.at(-1)!.modules[at] - bytes, report).toBeLessThanOrEqual(65_536);
    console.log(report);
  });
