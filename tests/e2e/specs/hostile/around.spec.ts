import { ATTACKS } from '../../fixtures/attacks';
import { small } from '../../fixtures/lists';
import { embed } from '../../support/markup';
import { expectSafe, outlines } from '../../support/outline';
import { expectUntouched, OUTSIDE, watchOutside } from '../../support/outside';
import { expect, test } from '../../support/test';

/** What comes not from the list but from the page: attributes, the address's fragment, the history entry. */

const FLAT = Object.values(ATTACKS).flat();
/** Twice what any address or attribute should have. */
const MANY = 'tongue '.repeat(100_000);
const FRAGMENT = '#peer-support-directory-1?';

test.beforeEach(async ({ page, site, calm }) => {
  await watchOutside(page);
  calm.allowConsole(/^warning: peer-support-directory: the attribute .* cannot be used\. Allowed: /s);
  site.list('/groups.json', small(site.url));
});

/** The attributes whose value is words or ids; those that name files are below. */
const ATTRIBUTES = [
  'lang', 'label', 'heading-level', 'cancer-type', 'audience', 'kind', 'format', 'activity', 'day', 'place',
  'only-cancer-type', 'only-audience', 'only-kind', 'only-format', 'only-place', 'only-groups', 'filters', 'page-size', 'explainer', 'follow-detail',
];

test('no value of an attribute is more than text', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', OUTSIDE + embed()));
  await events.detail('psd-ready');
  const [{ elements }] = await outlines(page, '.directory');
  for (const attribute of ATTRIBUTES) {
    for (const value of [...FLAT, MANY]) await directory.host.evaluate((host, [name, value]) => host.setAttribute(name, value), [attribute, value]);
    await expect(directory.resultsHeading).toBeVisible();
    (await outlines(page, '.directory')).forEach(expectSafe);
    await directory.host.evaluate((host, name) => host.removeAttribute(name), attribute);
  }
  await directory.expectCount(10);
  expect((await outlines(page, '.directory'))[0].elements).toBe(elements);
  await expectUntouched(page);
});

test('a label stands there as text', async ({ page, site, directory }) => {
  for (const label of [ATTACKS.markup.join(' '), ATTACKS.CSS.join(' ')]) {
    await page.goto(site.page('/', OUTSIDE + embed({ label })));
    await expect(directory.title).toHaveText(label);
    await expectUntouched(page);
  }
});

test('no file is asked for but by http', async ({ page, site, directory, events }) => {
  const running = ATTACKS['addresses that run'].concat(ATTACKS['addresses that run, in disguise']);
  for (const attribute of ['list', 'asset-base']) {
    for (const value of running) {
      await page.goto(site.page('/', OUTSIDE + embed({ [attribute]: value })));
      // It falls back to the default, or asks this site for a file that is not there.
      await expect(directory.resultsHeading.or(directory.error).or(directory.loading)).toBeVisible();
      await expectUntouched(page);
    }
  }
  expect((await events.of('psd-error')).length).toBeLessThanOrEqual(1);
});

const fragments: [what: string, fragment: string][] = [
  ...Object.entries(ATTACKS).map(([kind, attacks]): [string, string] => [kind, `q=${encodeURIComponent(attacks[0].replace(/\p{Surrogate}/gu, ''))}&place=${encodeURIComponent('<b>')}`]),
  ['raw markup', 'q=<img src=x onerror=window.pwned=1>&cancer-type="><script>window.pwned=1</script>'],
  ['half an escape', 'q=%&cancer-type=%E0%A4%A&place=%00'],
  ['numbers without end', `shown=${'9'.repeat(400)}&shown=-1&shown=1e9&q=`],
  ['places that are none', 'near=NaN%20NaN/99999999999&near=1%202/-1'],
  ['names of prototypes', '__proto__=1&constructor=tongue&cancer-type=__proto__&q=__proto__'],
  ['very many choices', 'cancer-type=tongue&'.repeat(20_000)],
  ['a very long search', `q=${'a%20'.repeat(100_000)}`],
  ['a search of very many words', `q=${Array.from({ length: 60_000 }, (_, at) => at.toString(36)).join('%20')}`],
];

for (const [what, fragment] of fragments) {
  test(`a fragment with ${what} is a view like any other`, async ({ page, site, directory, events }) => {
    await page.goto(site.page('/', OUTSIDE + embed()) + FRAGMENT + fragment);
    await events.detail('psd-ready');
    expect(page.url()).toBe(`${site.url}/`);
    (await outlines(page, '.directory')).forEach(expectSafe);
    await directory.clearAll.click();
    await directory.expectCount(10);
    await expectUntouched(page);
  });
}

const states: [what: string, state: string][] = [
  ['text', '"peerSupportDirectory"'],
  ['a number', '1'],
  ['a list', '[{ "peerSupportDirectory": {} }]'],
  ['a key that is text', '{ peerSupportDirectory: "x" }'],
  ['a key that is null', '{ peerSupportDirectory: null }'],
  ['a state that is a number', '{ peerSupportDirectory: { [key]: { state: 7, scroll: "far" } } }'],
  ['a state that is an object', '{ peerSupportDirectory: { [key]: { state: {}, scroll: {} } } }'],
  ['an entry that is text', '{ peerSupportDirectory: { [key]: "q=tongue" } }'],
  ['markup', '{ peerSupportDirectory: { [key]: { state: "q=<img src=x onerror=window.pwned=1>&near=<b>", scroll: Infinity } } }'],
  ['a Map', 'new Map([["peerSupportDirectory", 1]])'],
];

for (const [what, state] of states) {
  test(`${what} in the history entry does no harm`, async ({ page, site, directory, events }) => {
    const write = `<script>const key = '1 ${site.url}/groups.json'; history.replaceState(${state}, '');</script>`;
    await page.goto(site.page('/', write + OUTSIDE + embed()));
    expect(await events.detail('psd-ready')).toMatchObject({ groups: 10 });
    (await outlines(page, '.directory')).forEach(expectSafe);
    await directory.search.fill('tongue talk');
    await directory.expectCount(1);
    await expectUntouched(page);
  });
}
