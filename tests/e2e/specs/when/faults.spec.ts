import { SUNDAY, meetings, meets, weekly } from '../../fixtures/meetings';
import { embed } from '../../support/markup';
import { expect, test } from '../../support/test';

/** Schedules that contradict themselves or say too little: words, no date that may be wrong, and a problem that says where. */

test.beforeEach(({ page }) => page.clock.setFixedTime(new Date(SUNDAY)));

const faults: [about: string, schedule: object, words: string, next: string[], problem: { path: string; message: RegExp } | undefined][] = [
  ['weekly with a day of the month', weekly('MO', '19:00', '20:00', { bymonthday: 15 }), 'Every Monday, 7pm to 8pm', ['Tomorrow, 7pm'],
    { path: 'groups[1].meetings[0].schedule.bymonthday', message: /WEEKLY/ }],
  ['weekly with the number of a day', weekly('3WE', '19:00', '20:00'), 'Third Wednesday of every month, 7pm to 8pm', ['Next: Wednesday 16 December, 7pm'],
    { path: 'groups[1].meetings[0].schedule.byday', message: /MONTHLY/ }],
  ['every other week from nobody knows when', weekly('MO', '19:00', '20:00', { interval: 2 }), 'Every other week on Monday, 7pm to 8pm', [],
    { path: 'groups[1].meetings[0].schedule.interval', message: /dtstart/ }],
  ['a time zone that nobody knows', weekly('MO', '19:00', '20:00', { timezone: 'Europe/Londn' }), 'Every Monday, 7pm to 8pm', [],
    { path: 'timezone', message: /Europe\/Londn.*Europe\/London/ }],
  ['a day that is none', weekly('XX', '19:00', '20:00'), '7pm to 8pm', [],
    { path: 'groups[1].meetings[0].schedule.byday', message: /3WE/ }],
  ['an end before its beginning', weekly('MO', '19:00', '20:00', { dtstart: '2026-12-01', valid_to: '2026-11-01' }), 'Every Monday, 7pm to 8pm', [],
    { path: 'groups[1].meetings[0].schedule.valid_to', message: /dtstart/ }],
  ['a day of no month', { freq: 'MONTHLY', bymonthday: 31, byday: '1MO', opens_at: '19:00' }, 'First Monday of every month, 7pm', [], undefined],
  ['no rule at all', { description: 'Ask for the date.' }, 'Ask for the date.', [], undefined],
  ['a rule without a day', { freq: 'MONTHLY', opens_at: '19:00' }, 'Every month, 7pm', [], undefined],
];
for (const [about, schedule, words, next, problem] of faults)
  test(`${about}: ${next[0] ?? 'no date'}`, async ({ page, site, directory, events }) => {
    site.list('/groups.json', meetings(meets('Good', [weekly('TU')]), meets('Group', [schedule as never])));
    await page.goto(site.page('/', embed()));
    await directory.expectCount(2);
    await expect(directory.card('Group')).toContainText(words);
    await expect(directory.next('Group')).toHaveText(next);
    const { problems } = await events.detail('psd-ready');
    const found = (problems as { path: string; message: string }[]).find(({ path }) => path === problem?.path);
    if (problem) expect(found?.message ?? JSON.stringify(problems)).toMatch(problem.message);
    else expect(problems).toEqual([]);
    await expect(directory.next('Good')).toHaveText(['Next: Tuesday 24 November, 7pm']);
  });

test('an unknown time zone is one problem, however many schedules name it', async ({ page, site, directory, events }) => {
  const there = { timezone: 'Europe/Londn' };
  site.list('/groups.json', meetings(meets('One', [weekly('MO', '19:00', '20:00', there)]), meets('Two', [weekly('TU', '19:00', '20:00', there)])));
  await page.goto(site.page('/', embed()));
  await directory.expectCount(2);
  expect((await events.detail('psd-ready')).problems).toHaveLength(1);
});
