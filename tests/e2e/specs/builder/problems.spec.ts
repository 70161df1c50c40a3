import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Builder } from '../../support/builder';
import { bytes, hang, json, status, typed, withoutCors } from '../../support/answers';
import { passTime } from '../../support/time';
import { expect, test } from '../../support/test';

/** What the builder says of a list, so that its editor can mend the file. */

const broken = readFileSync(join(__dirname, '../../../fixtures/broken.json'), 'utf8');

test('no problems', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await expect(builder.report).toHaveText('No problems found in this list of 10 groups.');
  await expect(builder.status).toHaveText('List loaded: no problems');
});

test('problems are a table: where, what is wrong, what to do', async ({ page, site }) => {
  const builder = await Builder.open(page, site, { list: site.list('/broken.json', broken) });
  await builder.report.getByRole('button', { name: 'Show all' }).click();
  await expect(builder.problems.getByRole('columnheader')).toHaveText(['Where', 'What is wrong', 'What to do']);
  const rows = builder.problems.getByRole('row');
  const row = (path: string) => rows.filter({ has: page.getByText(path, { exact: true }) });
  const cells = (path: string) => row(path).locator('th, td').allInnerTexts();
  expect(await cells('groups[6].url')).toEqual(['Bad fields\ngroups[6].url', '"javascript:alert(1)" cannot be used', 'Allowed: a whole link without spaces that begins with https://, http://, mailto: or tel:']);
  expect(await cells('groups[1]')).toEqual(['no-name\ngroups[1]', 'Left out, because it has no name that can be used', 'Add name, or correct the one that is there.']);
  expect(await cells('groups[5]')).toEqual(['Id used before\ngroups[5]', 'Left out, because its id, "kept", was used before', 'Give it an id of its own.']);
  expect(await cells('groups[7].minimum_age')).toEqual(['Ages\ngroups[7].minimum_age', '30 is above the maximum_age, 18; both are left out', 'Correct one of the two ages.']);
  await expect(row('groups[6].url').getByRole('rowheader')).toBeVisible();
});

test('every problem of a list says where, what, and what to do', async ({ page, site, events }) => {
  const builder = await Builder.open(page, site, { list: site.list('/broken.json', broken) });
  await expect(builder.problems).toBeVisible();
  const ready = (await events.of('psd-ready')).map(({ detail }) => detail.problems.length);
  const rows = builder.problems.locator('tbody tr').filter({ visible: true });
  await expect(rows).toHaveCount(12);
  const more = builder.report.getByRole('button', { name: /^Show all \d+ problems$/ });
  await more.click();
  await expect(more).toHaveCount(0);
  await expect(rows.nth(12)).toBeFocused();
  const all = await builder.problems.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent!.trim())));
  expect(all.length).toBeGreaterThan(50);
  await expect(rows).toHaveCount(all.length);
  expect(ready).toContain(all.length);
  expect(all.filter((cells) => cells.length !== 3 || cells.includes(''))).toEqual([]);
  await expect(builder.problems.getByText(`${all.length} problems in this list of 8 groups`)).toBeVisible();
});

test('what the text itself has wrong is told by line, and the rest shows', async ({ page, site }) => {
  const builder = await Builder.open(page, site, { list: site.list('/raw.json', '{ "groups": [{ "id": "a", "name": "A\n\tgroup" }] }') });
  expect(await builder.problems.locator('tbody tr').allInnerTexts()).toEqual([
    'line 1, column 37\tA raw line break in a string was read as \\n\tWrite \\n in its place.',
    'line 2, column 1\tA raw tab in a string was read as \\t\tWrite \\t in its place.',
  ]);
  await expect(builder.report).toContainText('cannot be offered below');
  await builder.preview.expectCount(1);
});

test('markup in a list stays text', async ({ page, site }) => {
  const name = '<img src=x onerror=alert(1)>';
  const builder = await Builder.open(page, site, { list: site.list('/markup.json', { groups: [{ id: 'a', name, url: name }] }) });
  await expect(builder.problems.getByRole('rowheader', { name })).toBeVisible();
  await expect(builder.section.locator('img')).toHaveCount(0);
});

test('a mended file is checked again, past what the browser has kept', async ({ page, site }) => {
  const kept = { 'cache-control': 'max-age=600', 'access-control-allow-origin': '*' };
  const list = `${site.url}/mend.json`;
  let body = JSON.stringify({ groups: [{ id: 'a' }] });
  site.answer('/mend.json', (request, response) => bytes(body, 'application/json', kept)(request, response));
  const builder = await Builder.open(page, site, { list });
  await expect(builder.report).toContainText('1 problem in this list of 1 group');
  body = JSON.stringify({ groups: [{ id: 'a', name: 'A' }] });
  await builder.check.click();
  await expect(builder.report).toHaveText('No problems found in this list of 1 group.');
  await expect(builder.check).toBeFocused();
  await builder.preview.expectCount(1);
});

for (const address of ['groups.json', 'www.example.org/groups.json', '/groups.json', 'https://', 'mailto:a@b.example', 'nonsense'])
  test(`${address} is no whole web address, and that is said`, async ({ page, site }) => {
    const builder = await Builder.open(page, site);
    await builder.list.fill(address);
    await builder.list.press('Enter');
    await expect(builder.list).toHaveAccessibleDescription(/^Enter a whole web address, such as https:\/\/www\.example\.org\/groups\.json/);
    await expect(builder.list).toHaveAttribute('aria-invalid', 'true');
    await expect(builder.list).toBeFocused();
    await expect(builder.snippet).not.toHaveValue(/list=/);
    await builder.list.fill('');
    await builder.list.press('Enter');
    await expect(builder.list).toHaveAttribute('aria-invalid', 'false');
    await expect(builder.report).toContainText('No problems found');
  });

const failures = [
  ['a file that is not there', status(404), /Check the address for mistakes.*status 404/s],
  ['no list', json({ people: [] }), /not a list of groups.*`?groups`?/s],
  ['no JSON', typed('{"groups": [\n{]}', 'application/json'), /not a list of groups.*line 2 column 2/s],
  ['too large a file', json({ groups: [], filler: 'x'.repeat(5_000_000) }), /larger than 5 megabytes/],
] as const;

for (const [what, answer, words] of failures)
  test(`${what} is said in plain words`, async ({ page, site, calm }) => {
    calm.allowFailedRequests();
    site.answer('/own.json', answer);
    const builder = await Builder.open(page, site, { list: `${site.url}/own.json` });
    await expect(builder.report).toContainText('This list cannot be shown.');
    await expect(builder.report).toHaveText(words);
    await expect(builder.status).toHaveText('This list cannot be shown.');
    await expect(builder.problems).toHaveCount(0);
    // The demo's own directory is not touched.
    await expect(builder.preview.nth(0).resultsHeading).toBeVisible();
  });

test('a list that its server keeps to itself, and one that never comes', async ({ page, site, calm }) => {
  calm.allowFailedRequests();
  await page.clock.install();
  site.other.answer('/own.json', withoutCors({ groups: [] }));
  site.answer('/never.json', hang());
  const builder = new Builder(page);
  await page.goto(Builder.address(site, { list: `${site.other.url}/own.json` }));
  const shows = (words: string) => async () => (await builder.report.innerText()).includes(words);
  await passTime(page, shows('Access-Control-Allow-Origin'));
  await builder.list.fill(`${site.url}/never.json`);
  await builder.list.press('Enter');
  await expect(builder.report).toHaveText('Checking the list…');
  await passTime(page, shows('took too long to answer'));
});
