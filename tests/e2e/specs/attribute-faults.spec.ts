import { small } from '../fixtures/lists';
import { embed } from '../support/markup';
import { expect, test } from '../support/test';

/**
 * "A value that cannot be used falls back to its default with one console warning that names the attribute, the
 * value and what is allowed."
 */

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

const bad: [attribute: string, value: string, allowed: RegExp][] = [
  ['heading-level', '9', /1\b.*\b4/],
  ['heading-level', 'two', /1\b.*\b4/],
  ['cancer-type', 'no-such-type', /tongue/],
  ['audience', 'nobody', /lgbtq/],
  ['kind', 'party', /one-to-one/],
  ['format', 'telepathy', /in-person/],
  ['activity', 'skydiving', /guest-speakers/],
  ['day', 'someday', /monday/i],
  ['place', 'Atlantis', /Oxford/],
  ['only-cancer-type', 'no-such-type', /tongue/],
  ['only-audience', 'nobody', /lgbtq/],
  ['only-kind', 'party', /one-to-one/],
  ['only-format', 'telepathy', /in-person/],
  ['only-place', 'Atlantis', /Oxford/],
  ['only-groups', 'no-such-group', /wednesday-circle|\bid/i],
  ['page-size', '0', /\b1\b|whole number|more than 0|at least/i],
  ['page-size', 'many', /\b1\b|whole number|number/i],
  ['explainer', 'perhaps', /\bno\b/],
  ['follow-detail', 'everything', /\bgroup\b/],
  ...['0d', '366d', '7', '7 days', '1.5d', '-1d', 'none'].map((value): [string, string, RegExp] => ['keep', value, /\b1d to 365d\b/]),
  ['lazy', 'true', /\byes or no\b/],
];

for (const [attribute, value, allowed] of bad) {
  test(`${attribute}="${value}" warns once and changes nothing`, async ({ page, site, directory, calm }) => {
    calm.allowConsole(/^warning: /);
    await page.goto(site.page('/', embed({ [attribute]: value })));
    await directory.ready();
    await directory.expectCount(10);
    await expect(directory.host.getByRole('heading', { level: 2, name: 'Peer support groups' })).toBeVisible();
    await expect(directory.explainer).toBeVisible();
    expect(await directory.legends()).toHaveLength(6);
    expect(calm.console).toHaveLength(1);
    expect(calm.console[0]).toContain(attribute);
    expect(calm.console[0]).toContain(value);
    expect(calm.console[0]).toMatch(allowed);
  });
}

test('filters="colour day" warns once and keeps the default filters, or those it can use', async ({ page, site, directory, calm }) => {
  calm.allowConsole(/^warning: .*filters.*colour.*cancer-type/s);
  await page.goto(site.page('/', embed({ filters: 'colour day' })));
  await directory.ready();
  expect(calm.console).toHaveLength(1);
  expect(await directory.legends()).toContain('Day');
});

test('a good id beside a bad one still counts', async ({ page, site, directory, calm }) => {
  calm.allowConsole(/^warning: .*cancer-type.*no-such-type/s);
  await page.goto(site.page('/', embed({ 'cancer-type': 'tongue no-such-type' })));
  await directory.ready();
  await directory.expectCount(7);
  expect(calm.console).toHaveLength(1);
});

test('lang that is no language warns once and falls back to the page', async ({ page, site, directory, calm }) => {
  calm.allowConsole(/^warning: .*lang.*not a language/s);
  await page.goto(site.page('/', embed({ lang: 'not a language' })));
  await directory.ready();
  expect(calm.console).toHaveLength(1);
});

for (const attribute of ['list', 'asset-base']) {
  test(`${attribute} that is no URL warns once and falls back to its default`, async ({ page, site, directory, calm }) => {
    calm.allowConsole(new RegExp(`^warning: .*${attribute}.*http://\\[`, 's'));
    await page.goto(site.page('/', embed({ [attribute]: 'http://[' })));
    await directory.ready();
    expect(calm.console).toHaveLength(1);
    if (attribute === 'list') expect(site.requests('/dist/groups.json')).toHaveLength(1);
  });
}

test('keep="" warns once: it does not say for how long', async ({ page, site, directory, calm }) => {
  calm.allowConsole(/^warning: .*keep="".*1d to 365d/s);
  await page.goto(site.page('/', embed({ keep: '' })));
  await directory.ready();
  expect(calm.console).toHaveLength(1);
});

test('a bad value set later warns once, and a good one mends it', async ({ page, site, directory, calm }) => {
  calm.allowConsole(/^warning: .*page-size.*lots/s);
  await page.goto(site.page('/', embed({ 'page-size': 3 })));
  await expect(directory.cards).toHaveCount(3);
  await directory.host.evaluate((host) => host.setAttribute('page-size', 'lots'));
  await expect(directory.cards).toHaveCount(10);
  await directory.host.evaluate((host) => host.setAttribute('page-size', '4'));
  await expect(directory.cards).toHaveCount(4);
  expect(calm.console).toHaveLength(1);
});

test('an attribute that nobody knows is nobody\'s business', async ({ page, site, directory, calm }) => {
  await page.goto(site.page('/', embed({ class: 'wide', 'data-charity': 'x', title: '' })));
  await directory.ready();
  expect(calm.console).toEqual([]);
});
