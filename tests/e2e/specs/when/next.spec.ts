import { SUNDAY, meetings, meets, monthly, near, weekly } from '../../fixtures/meetings';
import { embed } from '../../support/markup';
import { expect, test } from '../../support/test';

/** "Cards show the next meeting first, then the rule in words." */

test.beforeEach(({ page }) => page.clock.setFixedTime(new Date(SUNDAY)));

/** A rule, and what a card says of its next meeting on the Sunday at midday. */
const words: [about: string, schedule: object, next: string, rule: string][] = [
  ['today', weekly('SU'), 'Today, 7pm', 'Every Sunday, 7pm to 8pm'],
  ['tomorrow', weekly('MO', '18:30'), 'Tomorrow, 6:30pm', 'Every Monday, 6:30pm to 8pm'],
  ['later', monthly('1MO', '19:00'), 'Next: Monday 7 December, 7pm', 'First Monday of every month, 7pm to 8pm'],
  ['now, with an end', weekly('SU', '11:30', '20:00'), 'On now until 8pm', 'Every Sunday, 11:30am to 8pm'],
  ['now, without an end', { freq: 'WEEKLY', byday: 'SU', opens_at: '11:30' }, 'On now', 'Every Sunday, 11:30am'],
  ['an hour after it began without an end', { freq: 'WEEKLY', byday: 'SU', opens_at: '11:00' }, 'Next: Sunday 29 November, 11am', 'Every Sunday, 11am'],
  ['the minute at which it is over', weekly('SU', '11:00', '12:00'), 'Next: Sunday 29 November, 11am', 'Every Sunday, 11am to midday'],
  ['from yesterday past midnight', weekly('SA', '22:00', '13:00'), 'On now until 1pm', 'Every Saturday, 10pm to 1pm'],
  ['today at no time', { freq: 'WEEKLY', byday: 'SU' }, 'Today', 'Every Sunday'],
  ['later at no time', { freq: 'MONTHLY', bymonthday: 15 }, 'Next: Tuesday 15 December', 'Day 15 of every month'],
  ['at midday', weekly('TU', '12:00', '13:30'), 'Next: Tuesday 24 November, midday', 'Every Tuesday, midday to 1:30pm'],
  ['on the last Friday', monthly('-1FR', '09:15', '10:00'), 'Next: Friday 27 November, 9:15am', 'Last Friday of every month, 9:15am to 10am'],
  ['every other week', weekly('WE', '19:00', '20:00', { interval: 2, dtstart: '2026-11-18' }), 'Next: Wednesday 2 December, 7pm', 'Every other week on Wednesday, 7pm to 8pm'],
  ['not before it starts', weekly('WE', '19:00', '20:00', { dtstart: '2026-12-09' }), 'Next: Wednesday 9 December, 7pm', 'Every Wednesday, 7pm to 8pm'],
  ['not when it is called off', weekly('MO', '19:00', '20:00', { except_dates: ['2026-11-23'] }), 'Next: Monday 30 November, 7pm', 'Every Monday, 7pm to 8pm'],
  ['on a day outside the rule', weekly('TH', '19:00', '20:00', { extra_dates: ['2026-11-24'] }), 'Next: Tuesday 24 November, 7pm', 'Every Thursday, 7pm to 8pm'],
  ['soon in the next year', monthly('2WE', '19:00', '20:00', { dtstart: '2027-01-01' }), 'Next: Wednesday 13 January, 7pm', 'Second Wednesday of every month, 7pm to 8pm'],
  ['far away, with the year', monthly('2WE', '19:00', '20:00', { dtstart: '2027-09-01' }), 'Next: Wednesday 8 September 2027, 7pm', 'Second Wednesday of every month, 7pm to 8pm'],
];
for (const [about, schedule, next, rule] of words)
  test(`${about}: ${next}`, async ({ page, site, directory }) => {
    site.list('/groups.json', meetings(meets('Group', [schedule as never])));
    await page.goto(site.page('/', embed()));
    await expect(directory.next('Group')).toHaveText([next]);
    const fact = directory.card('Group').getByRole('listitem').filter({ hasText: rule });
    expect((await fact.innerText()).trim().split(/\s*\n\s*/)).toEqual([next, rule]);
  });

test('the day of the next meeting stands on the card as in a diary, for eyes alone', async ({ page, site, directory }) => {
  site.list('/groups.json', near());
  await page.goto(site.page('/', embed()));
  await directory.expectCount(5);
  const days: [name: string, day: string[]][] = [
    ['Now', ['Sun', '22', 'Nov']],
    ['Today', ['Sun', '22', 'Nov']],
    ['Tomorrow', ['Mon', '23', 'Nov']],
    ['Later', ['Mon', '7', 'Dec']],
  ];
  for (const [name, day] of days) {
    await expect(directory.diary(name)).toHaveClass('diary');
    await expect(directory.diary(name).locator('span')).toHaveText(day);
    await expect(directory.diary(name)).toBeVisible();
  }
  await expect(directory.diary('Never')).toBeHidden();
  await expect(directory.next('Never')).toHaveCount(0);
});

test('several venues each have their own next meeting, and the diary the first', async ({ page, site, directory }) => {
  const rules = [['Leeds', monthly('1MO')], ['Oxford', weekly('TH')], ['Hull', weekly('TH')]] as [string, object][];
  site.list('/groups.json', meetings(meets('Around', [...rules, weekly('TU')] as never)));
  await page.goto(site.page('/', embed()));
  await expect(directory.next('Around')).toHaveText(['Next: Monday 7 December, 6:30pm', 'Next: Thursday 26 November, 7pm', 'Next: Tuesday 24 November, 7pm']);
  await expect(directory.diary('Around').locator('span')).toHaveText(['Tue', '24', 'Nov']);
  // Every meeting says it again where its address stands.
  await directory.more('Around').click();
  const venues = directory.card('Around').getByRole('listitem').filter({ hasText: /^In person: / });
  await expect(venues.getByRole('strong')).toHaveText(['Next: Monday 7 December, 6:30pm', 'Next: Thursday 26 November, 7pm', 'Next: Thursday 26 November, 7pm']);
});

test('after a choice the diary shows the next meeting that fits it', async ({ page, site, directory }) => {
  const rules = [['Leeds', weekly('MO')], ['Oxford', weekly('TH')]] as [string, object][];
  site.list('/groups.json', meetings(meets('Around', rules as never), meets('Other', [weekly('SU')])));
  await page.goto(site.page('/', embed()));
  await expect(directory.diary('Around').locator('span')).toHaveText(['Mon', '23', 'Nov']);
  await directory.choose('Town or area', 'Oxford');
  await directory.expectCount(1);
  await expect(directory.diary('Around').locator('span')).toHaveText(['Thu', '26', 'Nov']);
  await directory.clearAll.click();
  await expect(directory.diary('Around').locator('span')).toHaveText(['Mon', '23', 'Nov']);
});

test('after a choice of days the line itself shows the next that fits', async ({ page, site, directory }) => {
  site.list('/groups.json', meetings(meets('Twice', [weekly('MO,TH')]), meets('Other', [weekly('SU')])));
  await page.goto(site.page('/', embed()));
  await expect(directory.next('Twice')).toHaveText('Tomorrow, 7pm');
  await directory.choose('Day', 'Thursday');
  await expect(directory.next('Twice')).toHaveText('Next: Thursday 26 November, 7pm');
  await directory.chip('Thursday').click();
  await expect(directory.next('Twice')).toHaveText('Tomorrow, 7pm');
});

const without: [about: string, more: object][] = [
  ['a paused group', { status: 'paused' }],
  ['a group whose last day comes before its next meeting', { valid_to: '2026-11-24' }],
];
for (const [about, more] of without)
  test(`${about} shows its rule and no next meeting`, async ({ page, site, directory }) => {
    site.list('/groups.json', meetings(meets('Group', [weekly('WE')], more)));
    await page.goto(site.page('/', embed()));
    await directory.expectCount(1);
    await expect(directory.card('Group')).toContainText('Every Wednesday, 7pm to 8pm');
    await expect(directory.next('Group')).toHaveCount(0);
    await expect(directory.diary('Group')).toBeHidden();
  });

test('a group past its last day does not show at all', async ({ page, site, directory }) => {
  site.list('/groups.json', meetings(meets('Gone', [weekly('WE')], { valid_to: '2026-11-21' }), meets('Here', [weekly('WE')])));
  await page.goto(site.page('/', embed()));
  await directory.expectCount(1);
  expect(await directory.names()).toEqual(['Here']);
});

test('a schedule past its own last day shows its rule and no date', async ({ page, site, directory }) => {
  site.list('/groups.json', meetings(meets('Group', [weekly('WE', '19:00', '20:00', { valid_to: '2026-11-18' })])));
  await page.goto(site.page('/', embed()));
  await expect(directory.card('Group')).toContainText('Every Wednesday, 7pm to 8pm');
  await expect(directory.next('Group')).toHaveCount(0);
});
