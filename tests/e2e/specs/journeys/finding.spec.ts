import type { Legend } from '../../directory';
import { real } from '../../support/charity';
import { expect, test } from '../../support/test';

/** What people look for in the list that ships, and what they find. */

const NALC = 'The National Association of Laryngectomee Clubs';
const ANY = ['Cancer Care Map', 'OUTpatients', 'Shine Cancer Support'];

test.beforeEach(async ({ page, site, directory }) => {
  // A Sunday: the next meetings are on 23 November, 9 December and 16 December.
  await page.clock.setFixedTime(new Date('2026-11-22T12:00:00Z'));
  await page.goto(site.page('/', real()));
  await directory.ready();
  await directory.expectCount(10);
});

test('tongue cancer: the nearest first, then broader ones, then those for any cancer', async ({ directory }) => {
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.expectCount(8);
  const names = await directory.names();
  expect(names.slice(0, 2)).toEqual(['Young Tongues', 'Mouth Cancer Foundation']);
  // Equally close, so by when they meet: on 9 December, on 16 December, never.
  expect(names.slice(2, 5)).toEqual(['The Swallows', 'Heads2gether', 'My Silver Linings']);
  expect(names.slice(5).sort()).toEqual(ANY);
  expect(names).not.toContain(NALC);
  expect(names).not.toContain('Salivary Gland Cancer UK');
});

test('three weeks later another meeting is the next', async ({ page, directory }) => {
  await page.clock.setFixedTime(new Date('2026-12-10T12:00:00Z'));
  await page.reload();
  await directory.ready();
  // The Swallows met the day before; Heads2gether meets on the 16th.
  const names = await directory.names();
  expect(names.indexOf('Heads2gether')).toBeLessThan(names.indexOf('The Swallows'));
});

const choices: [legend: Legend, option: string, found: string[]][] = [
  ['Who it is for', 'LGBTQ+ people', ['OUTpatients']],
  ['Who it is for', 'People in their 20s, 30s and 40s', ['Shine Cancer Support']],
  ['Who it is for', 'Young people', ['Young Tongues']],
  ['Who it is for', 'Carers, family and friends', ['Mouth Cancer Foundation', 'My Silver Linings', 'Salivary Gland Cancer UK']],
  ['Kind of support', 'Helpline', ['Heads2gether', 'Mouth Cancer Foundation']],
  ['Kind of support', 'Book or website', ['Cancer Care Map', 'My Silver Linings']],
  ['How it meets', 'In person', ['Heads2gether', 'Salivary Gland Cancer UK', 'The Swallows']],
  ['Town or area', 'London', ['Salivary Gland Cancer UK']],
  ['Day', 'Monday', ['Mouth Cancer Foundation']],
];
for (const [legend, option, found] of choices)
  test(`${legend}: ${option}`, async ({ directory }) => {
    await directory.choose(legend, option);
    await directory.expectCount(found.length);
    expect((await directory.names()).sort()).toEqual(found);
  });

test('in person on a Wednesday: The Swallows, not Heads2gether, whose Wednesday is online', async ({ directory }) => {
  await directory.choose('How it meets', 'In person');
  await directory.choose('Day', 'Wednesday');
  await directory.expectCount(1);
  expect(await directory.names()).toEqual(['The Swallows']);
});

test('on a Wednesday in Blackpool or in Torbay, which is an area: The Swallows', async ({ directory }) => {
  await directory.choose('Day', 'Wednesday');
  await directory.choose('Town or area', 'Blackpool');
  await directory.filter('Town or area').getByRole('button', { name: 'Show all towns and areas' }).click();
  await directory.choose('Town or area', 'Torbay');
  await directory.expectCount(1);
  expect(await directory.names()).toEqual(['The Swallows']);
});

const searches: [words: string, found: string[]][] = [
  ['laryngectomee', [NALC]],
  ['voice box', [NALC]],
  ['laringectomy', [NALC]],
  ['NALC', [NALC]],
  ['live through this', ['OUTpatients']],
  ['Live Thruogh This', ['OUTpatients']],
  ['heads 2 gether', ['Heads2gether']],
  ['swindon', ['Heads2gether']],
  ['milton keynes', ['The Swallows']],
  ['gay', ['OUTpatients']],
  ['parotid', ['Salivary Gland Cancer UK']],
];
for (const [words, found] of searches)
  test(`search: ${words}`, async ({ directory }) => {
    await directory.search.fill(words);
    await directory.expectCount(found.length);
    expect(await directory.names()).toEqual(found);
  });

test('search: mouth finds the Mouth Cancer Foundation, and neither "monthly" nor "Southampton"', async ({ directory }) => {
  await directory.search.fill('mouth');
  await expect(directory.card('Mouth Cancer Foundation')).toBeVisible();
  await expect(directory.card('Heads2gether')).toHaveCount(0);
  await expect(directory.host.locator('mark', { hasText: /^mouth$/i }).first()).toBeVisible();
  const marked = await directory.host.locator('mark').allInnerTexts();
  expect(marked.filter((words) => !/^mouth$/i.test(words))).toEqual([]);
});

test('typing finds as it goes, Escape clears the search, Enter moves to the results', async ({ page, directory }) => {
  await directory.search.focus();
  await page.keyboard.type('swallo');
  await directory.expectCount(1);
  await page.keyboard.press('Escape');
  await directory.expectCount(10);
  await expect(directory.search).toHaveValue('');
  await expect(directory.search).toBeFocused();
  await page.keyboard.type('swallows');
  await page.keyboard.press('Enter');
  await directory.expectCount(1);
  await expect(directory.resultsHeading).toBeFocused();
});

test('counts beside options follow the other filters; what would give none stays and says 0', async ({ page, directory }) => {
  const count = async (legend: Legend, option: string) => (await directory.option(legend, option).locator('xpath=ancestor::label').innerText()).replace(/\s+/g, ' ');
  const options = (await directory.filter('How it meets').getByRole('checkbox').count()) + (await directory.filter('Day').getByRole('checkbox').count());
  expect(await count('How it meets', 'Online')).toBe('Online (4)');
  await directory.choose('Who it is for', 'LGBTQ+ people');
  await directory.expectCount(1);
  await expect.poll(() => count('How it meets', 'Online')).toBe('Online (0)');
  expect(await count('Day', 'Monday')).toBe('Monday (0)');
  await expect(directory.option('Day', 'Monday')).toBeEnabled();
  // Within one filter choices widen: the other audiences keep their counts.
  expect(await count('Who it is for', 'Young people')).toBe('Young people (1)');
  expect((await directory.filter('How it meets').getByRole('checkbox').count()) + (await directory.filter('Day').getByRole('checkbox').count())).toBe(options);
  await expect(directory.showResults).toHaveText('Show 1 result');
  await page.setViewportSize({ width: 375, height: 667 });
  await expect(directory.filterDisclosure).toHaveText('Filter groups (1 chosen)');
});

test('nothing found: which choice to take away, and what that gives; entries for any cancer; the helpline', async ({ directory }) => {
  await directory.choose('Who it is for', 'LGBTQ+ people');
  await directory.choose('Day', 'Monday');
  await expect(directory.empty).toBeVisible();
  await expect(directory.cards).toHaveCount(0);
  const results = directory.host.locator('[part~="results"]');
  await expect(results.getByRole('button', { name: /^Remove (?!filter)/ })).toHaveText(['Remove LGBTQ+ people: 1 result', 'Remove Monday: 1 result']);
  const links = results.getByRole('link');
  await expect(links.filter({ hasText: /^\D+$/ })).toHaveText(ANY);
  await expect(links.filter({ hasText: /^[\d ]+$/ })).toHaveText(['0808 808 00 00', '116 123']);
  await results.getByRole('button', { name: 'Remove Monday: 1 result' }).click();
  await directory.expectCount(1);
  expect(await directory.names()).toEqual(['OUTpatients']);
  await expect(directory.option('Day', 'Monday')).not.toBeChecked();
  await expect(directory.option('Who it is for', 'LGBTQ+ people')).toBeChecked();
});

test('a search that finds nothing can be taken away too', async ({ directory }) => {
  await directory.search.fill('knitting in Cardiff');
  await expect(directory.empty).toBeVisible();
  await directory.host.getByRole('button', { name: 'Remove search for knitting in Cardiff: 10 results' }).click();
  await directory.expectCount(10);
  await expect(directory.search).toHaveValue('');
});
