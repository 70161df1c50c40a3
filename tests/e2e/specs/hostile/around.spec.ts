import { ATTACKS, oneLine } from '../../fixtures/attacks';
import { small } from '../../fixtures/lists';
import { openHostPage } from '../../support/host-page';
import { element, script } from '../../support/markup';
import { expectNothingNew, outlines, safeOutlines } from '../../support/outline';
import { expect, test as base, type Site } from '../../support/test';

/** What comes not from the list but from around it: the element's attributes, the address's fragment, the history entry. */

const WARNING = /^warning: peer-support-directory: the attribute [a-z-]+=".*" cannot be used\. Allowed: .*\.$/s;
const FRAGMENT = '#peer-support-directory-1?';
const KINDS = Object.entries(ATTACKS);

/** Half of a pair of surrogates stands in no address, and is replaced where it comes to the module. */
const wellFormed = (text: string, other = '\uFFFD') => text.replace(/\p{Surrogate}/gu, other);

const test = base.extend<{ open: (how?: { directories?: string; scripts?: string; fragment?: string }) => Promise<void> }>({
  open: async ({ page, site, events, host }, use) => {
    site.list('/groups.json', small(site.url));
    await use(async ({ fragment, ...html } = {}) => {
      await openHostPage({ page, site }, html, { fragment });
      await events.detail('psd-ready');
    });
    await safeOutlines(page);
    await host.expectUntouched();
  },
});

/** Nothing was asked for but the page and the files of its directory. */
function expectOwnFiles(site: Site) {
  const others = site.seen.map(({ url }) => url).filter((url) => !/^\/(page\.js|groups\.json|dist\/[\w.-]+)?$/.test(url));
  expect(others).toEqual([]);
}

test.describe('attributes', () => {
  test.beforeEach(({ calm }) => calm.allowConsole(WARNING));

  for (const [kind, attacks] of KINDS) {
    test(`${kind} in every attribute that names no file`, async ({ page, site, directory, calm, open }) => {
      await open();
      const [before] = await safeOutlines(page);
      const value = attacks.join(' ');
      const names = await directory.host.evaluate((host, value) => {
        const { observedAttributes } = host.constructor as unknown as { observedAttributes: string[] };
        const names = observedAttributes.filter((name) => name !== 'list' && name !== 'asset-base');
        for (const name of names) host.setAttribute(name, value);
        return names;
      }, value);
      // The label is words of the page's own, but for NULs; all else falls back.
      const label = wellFormed(value).replaceAll('\0', '');
      await expect.poll(() => directory.title.evaluate((title) => title.textContent)).toBe(label);
      const warned = () => names.filter((name) => !calm.console.some((line) => line.includes(`attribute ${name}="`)));
      // By now there is nothing left for `lazy` to say.
      await expect.poll(warned, 'attributes without a warning').toEqual(['label', 'lazy']);
      expect((await safeOutlines(page))[0].elements).toBe(before.elements);

      await directory.host.evaluate((host, names) => names.forEach((name) => host.removeAttribute(name)), names);
      await expect(directory.title).toHaveText('Peer support groups');
      expect((await safeOutlines(page))[0]).toEqual(before);
      expectOwnFiles(site);
    });
  }

  const running = [...ATTACKS['addresses that run'], ...ATTACKS['addresses that run, in disguise']];
  for (const attribute of ['list', 'asset-base']) {
    test(`${attribute}: no file is asked for but by http`, async ({ page, events, calm, open }) => {
      calm.allowFailedRequests();
      // What fetch refuses is no request, so that it is heard here.
      await page.addInitScript(() => {
        const [asked, own] = [[] as string[], window.fetch];
        Object.defineProperty(window, Symbol.for('asked'), { value: asked });
        window.fetch = (what, how) => {
          asked.push(new URL(String(what), document.baseURI).protocol);
          return own(what, how);
        };
      });
      const directories = running.map((value) => element({ list: '/groups.json', [attribute]: value }));
      // The good one is the last: where the module comes from is the first one's to say.
      await open({ directories: directories.join('') + element({ list: '/groups.json' }) });
      const settled = async () => (await events.of('psd-ready')).length + (await events.of('psd-error')).length;
      await expect.poll(settled).toBe(running.length + 1);
      const asked: string[] = await page.evaluate(() => (window as never)[Symbol.for('asked')]);
      expect(new Set(asked)).toEqual(new Set(['http:']));
      // Each that is no address of the web is told; the others are paths of this site, where there is nothing.
      expect(calm.console.filter((line) => WARNING.test(line)).length).toBeGreaterThan(ATTACKS['addresses that run'].length);
    });
  }
});

test.describe('links', () => {
  const NAMES = ['q', 'cancer-type', 'audience', 'kind', 'format', 'activity', 'day', 'time', 'soon', 'place', 'near', 'shown'];
  // The beginning of a town's name is a place: behind what hides, "old" is Oldham.
  const value = (name: string, text: string) => encodeURIComponent(name === 'near' ? `${text} is nowhere` : text);
  const link = (text: string) => FRAGMENT + NAMES.map((name) => `${name}=${value(name, text)}`).join('&');

  for (const [kind, attacks] of KINDS) {
    test(`${kind} in every part of a link`, async ({ page, site, directory, open }) => {
      const texts = attacks.map((attack) => wellFormed(attack, ''));
      await open();
      const harmless = await outlines(page, '.directory');
      // As a visitor who opens one copied link after the other, but that none of them is an entry in the history.
      const follow = async (text: string) => {
        await page.evaluate((fragment) => location.replace(fragment), link(text));
        await expect(directory.chips).toHaveText([`Remove filter: search for ${oneLine(text)}`]);
        await expect(directory.search).toHaveValue(text.replace(/[\r\n]/g, ''));
        await expect(directory.form.getByText(/^We do not know this (place|postcode)/)).toBeVisible();
      };
      for (const words of ['nothing is called so', 'talk']) {
        await follow(words);
        harmless.push(...(await outlines(page, '.directory')));
      }
      for (const text of texts) {
        await follow(text);
        expect(page.url()).toBe(`${site.url}/`);
        expectNothingNew((await safeOutlines(page))[0], harmless);
      }
      await directory.clearAll.click();
      await directory.expectCount(10);
      expectNothingNew((await safeOutlines(page))[0], harmless);
      expectOwnFiles(site);
    });
  }

  const odd: [what: string, fragment: string][] = [
    ['markup as it is', 'q=<img src=x onerror=window.pwned=1>&cancer-type="><script>window.pwned=1</script>'],
    ['half an escape', 'q=%&cancer-type=%E0%A4%A&place=%00&q=%ED%A0%80'],
    ['numbers without end', `shown=${'9'.repeat(400)}&shown=4294967295&shown=-1&shown=1e9`],
    ['places that are none', 'near=NaN%20NaN/99999999999&near=1%202/-1'],
    ['names of prototypes', '__proto__=1&constructor=tongue&cancer-type=__proto__&place=constructor&q=__proto__'],
    ['very many choices', 'cancer-type=tongue&'.repeat(20_000)],
    ['a very long search', `q=${'a%20'.repeat(100_000)}`],
    ['a search of very many words', `q=${Array.from({ length: 60_000 }, (_, at) => at.toString(36)).join('%20')}`],
  ];
  for (const [what, fragment] of odd) {
    test(`a link with ${what} is a view like any other`, async ({ page, site, directory, open }) => {
      await open({ fragment: FRAGMENT + fragment });
      expect(page.url()).toBe(`${site.url}/`);
      await safeOutlines(page);
      await directory.search.fill('tongue talk');
      await expect(directory.chip('search for tongue talk')).toBeVisible();
      await directory.expectCount(1);
      await directory.clearAll.click();
      await directory.expectCount(10);
      expectOwnFiles(site);
    });
  }
});

test.describe('history entries', () => {
  const entry = (one: string) => `{ peerSupportDirectory: { [key]: ${one} } }`;
  const odd: [what: string, state: string][] = [
    ['text', '"peerSupportDirectory"'],
    ['a number', '1'],
    ['a list', '[{ peerSupportDirectory: {} }]'],
    ['a Map', 'new Map([["peerSupportDirectory", 1]])'],
    ['text for all directories', '{ peerSupportDirectory: "x" }'],
    ['null for all directories', '{ peerSupportDirectory: null }'],
    ['text for this directory', entry('"q=tongue"')],
    ['a number as choices', entry('{ state: 7, scroll: "far" }')],
    ['an object as choices', entry('{ state: {}, scroll: {} }')],
    ['a list as choices', entry('{ state: ["q=tongue"], scroll: [1e9] }')],
    ['choices that say they are long', entry('{ state: { length: 4e9 }, scroll: NaN }')],
    ['markup as choices', entry('{ state: "<b>&place=<img src=x onerror=window.pwned=1>", scroll: Infinity }')],
  ];
  const write = (site: Site, state: string) =>
    `<script>{ const key = '1 ${site.url}/groups.json'; history.replaceState(${state}, ''); }</script>${script({ defer: true })}`;

  test('choices are taken from where those below stand', async ({ site, directory, open }) => {
    await open({ scripts: write(site, entry('{ state: "q=tongue%20talk" }')) });
    await directory.expectCount(1);
  });

  for (const [what, state] of odd) {
    test(`${what} in the history entry does no harm`, async ({ page, site, directory, events, open }) => {
      await open({ scripts: write(site, state) });
      await directory.expectCount(10);
      await expect(directory.chips).toHaveCount(0);
      await safeOutlines(page);
      await directory.search.fill('tongue talk');
      await directory.expectCount(1);
      expect(await events.of('psd-error')).toEqual([]);
      expectOwnFiles(site);
    });
  }
});
