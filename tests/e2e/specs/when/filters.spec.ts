import { SUNDAY, meetings, meets, monthly, weekly } from '../../fixtures/meetings';
import { embed } from '../../support/markup';
import { expect, test } from '../../support/test';

/** Time of day and how soon: attributes and filters, asked of each meeting by itself. */

const ALL = { filters: 'time soon day' };

test.beforeEach(async ({ page, site }) => {
  await page.clock.setFixedTime(new Date(SUNDAY));
  site.list('/groups.json', meetings(
    meets('Wednesday Evenings', [weekly('WE')]),
    // An evening and a Wednesday, which are two meetings.
    meets('Wednesday and Evenings', [weekly('WE', '10:00', '11:00'), weekly('FR')]),
    meets('Monday Afternoons', [weekly('MO', '14:00', '15:00')]),
    // Soon on a Monday, and on a Wednesday that is not.
    meets('Later on Wednesdays', [monthly('3WE'), weekly('MO', '09:30', '10:30')]),
    meets('Far Away', [{ freq: 'MONTHLY', bymonthday: 15, opens_at: '16:59' }]),
    meets('Resting', [weekly('WE')], { status: 'paused' }),
    meets('No Date', []),
  ));
});

const starts: [attributes: Record<string, string>, names: string[], chips: string[]][] = [
  [{ time: 'evening' }, ['Later on Wednesdays', 'Resting', 'Wednesday Evenings', 'Wednesday and Evenings'], ['Evening']],
  [{ time: 'afternoon' }, ['Far Away', 'Monday Afternoons'], ['Afternoon']],
  [{ time: 'morning afternoon' }, ['Far Away', 'Later on Wednesdays', 'Monday Afternoons', 'Wednesday and Evenings'], ['Morning', 'Afternoon']],
  [{ soon: '7-days' }, ['Later on Wednesdays', 'Monday Afternoons', 'Wednesday Evenings', 'Wednesday and Evenings'], ['In the next 7 days']],
  [{ soon: '7-days', day: 'wednesday' }, ['Wednesday Evenings', 'Wednesday and Evenings'], ['In the next 7 days', 'Wednesday']],
  [{ soon: '7-days', day: 'wednesday', time: 'evening' }, ['Wednesday Evenings'], ['In the next 7 days', 'Wednesday', 'Evening']],
];
for (const [attributes, names, chips] of starts) {
  const said = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`).join(' ');
  test(`${said}, which the visitor can take away`, async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed(attributes)));
    await directory.expectCount(names.length);
    expect((await directory.names()).sort()).toEqual(names);
    for (const chip of chips) await expect(directory.chip(chip)).toBeVisible();
    await directory.clearAll.click();
    await directory.expectCount(7);
  });
}

test('filters="time soon day" shows them in that order, with their options', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed(ALL)));
  await directory.ready();
  expect(await directory.legends()).toEqual(['Time of day', 'How soon', 'Day']);
  await expect(directory.filter('Time of day').getByRole('checkbox')).toHaveCount(3);
  await expect(directory.filter('Time of day')).toHaveText(/Morning \(2\)\s*Afternoon \(2\)\s*Evening \(4\)/);
  await expect(directory.filter('How soon')).toHaveText(/In the next 7 days \(4\)/);
});

test('they do not show unless they are asked for', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await expect(directory.filter('Day')).toBeVisible();
  await expect(directory.filter('Time of day')).toHaveCount(0);
  await expect(directory.filter('How soon')).toHaveCount(0);
});

test('"Wednesday, evening" needs one meeting that is both', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed(ALL)));
  await directory.choose('Day', 'Wednesday');
  await directory.choose('Time of day', 'Evening');
  await directory.expectCount(3);
  expect(await directory.names()).toEqual(['Wednesday Evenings', 'Later on Wednesdays', 'Resting']);
});

test('"Wednesday, in the next 7 days" needs one date that is both', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed(ALL)));
  await directory.choose('Day', 'Wednesday');
  await directory.expectCount(4);
  await directory.choose('How soon', 'In the next 7 days');
  await directory.expectCount(2);
  expect(await directory.names()).toEqual(['Wednesday and Evenings', 'Wednesday Evenings']);
});

test('counts follow the other choices', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed(ALL)));
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  await expect(directory.filter('Time of day')).toHaveText(/Morning \(1\)\s*Afternoon \(1\)\s*Evening \(0\)/);
  await expect(directory.filter('How soon')).toHaveText(/In the next 7 days \(2\)/);
});

test('seven days are seven times 24 hours from now, to the minute', async ({ page, site, directory }) => {
  // What is on now counts too.
  const now = meets('Now', [weekly('SU', '11:30', '12:30', { valid_to: '2026-11-22' })]);
  const times = { 'Just In': ['11:59', '12:30'], 'Just Out': ['12:00', '12:30'] };
  const groups = Object.entries(times).map(([name, [opens, closes]]) => meets(name, [weekly('SU', opens, closes, { dtstart: '2026-11-29' })]));
  site.list('/groups.json', meetings(now, ...groups));
  await page.goto(site.page('/', embed({ soon: '7-days' })));
  await directory.expectCount(2);
  expect(await directory.names()).toEqual(['Now', 'Just In']);
});

test('a copied link brings them back', async ({ page, site, directory, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(site.page('/', embed(ALL)));
  await directory.choose('Time of day', 'Evening');
  await directory.choose('How soon', 'In the next 7 days');
  await directory.expectCount(2);
  await directory.copyLink.click();
  await expect(directory.status).toHaveText(/copied/i);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(link);
  await directory.expectCount(2);
  await expect(directory.option('Time of day', 'Evening')).toBeChecked();
  await expect(directory.chip('In the next 7 days')).toBeVisible();
});

for (const [attribute, value, allowed] of [['time', 'teatime', 'morning, afternoon, evening'], ['soon', 'tomorrow', '7-days']])
  test(`${attribute}="${value}" warns once and changes nothing`, async ({ page, site, directory, calm }) => {
    calm.allowConsole(/^warning: /);
    await page.goto(site.page('/', embed({ [attribute]: value })));
    await directory.expectCount(7);
    expect(calm.console).toHaveLength(1);
    for (const part of [attribute, value, allowed]) expect(calm.console[0]).toContain(part);
  });
