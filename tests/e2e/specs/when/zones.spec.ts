import type { Directory } from '../../directory';
import { SUNDAY, calendar, meetings, meets, weekly } from '../../fixtures/meetings';
import { embed } from '../../support/markup';
import { expect, test } from '../../support/test';

/** Visitors elsewhere: the dates are those of the group's zone, and its time stands beside the visitor's own. */

/** The days of all next meetings, in the order of the list, at instants around both changes of the clocks. */
const dates: [instant: string, days: string][] = [
  ['2026-10-24T12:00Z', '25 Oct, 25 Oct, 26 Oct, 18 Nov, 25 Oct, 29 Oct, 31 Oct, 27 Oct, 31 Oct, 30 Oct, 25 Oct, 28 Oct'],
  ['2026-10-25T00:15Z', '25 Oct, 25 Oct, 26 Oct, 18 Nov, 25 Oct, 29 Oct, 31 Oct, 27 Oct, 31 Oct, 30 Oct, 25 Oct, 28 Oct'],
  ['2026-10-25T12:00Z', '1 Nov, 1 Nov, 26 Oct, 18 Nov, 25 Oct, 29 Oct, 31 Oct, 27 Oct, 31 Oct, 30 Oct, 25 Oct, 28 Oct'],
  ['2026-10-26T00:15Z', '1 Nov, 1 Nov, 26 Oct, 18 Nov, 29 Nov, 29 Oct, 31 Oct, 27 Oct, 31 Oct, 30 Oct, 25 Oct, 28 Oct'],
  ['2027-03-27T12:00Z', '28 Mar, 28 Mar, 29 Mar, 21 Apr, 28 Mar, 29 Mar, 3 Apr, 30 Mar, 31 Mar, 2 Apr, 28 Mar, 30 Mar'],
  ['2027-03-28T01:15Z', '28 Mar, 28 Mar, 29 Mar, 21 Apr, 28 Mar, 29 Mar, 3 Apr, 30 Mar, 31 Mar, 2 Apr, 28 Mar, 30 Mar'],
  ['2027-03-28T12:00Z', '4 Apr, 4 Apr, 29 Mar, 21 Apr, 28 Mar, 29 Mar, 3 Apr, 30 Mar, 31 Mar, 2 Apr, 28 Mar, 30 Mar'],
  ['2027-03-28T23:30Z', '4 Apr, 4 Apr, 29 Mar, 21 Apr, 25 Apr, 29 Mar, 3 Apr, 30 Mar, 31 Mar, 2 Apr, 28 Mar, 30 Mar'],
];

/** What a Monday's meeting at 18:30 in London says at midday on the Saturdays before and after a change of the clocks. */
const half = 'Next: Monday';
const zones: [zone: string, before: string[], after: string[]][] = [
  ['Europe/London',
    [`${half} 19 October, 6:30pm`, `${half} 26 October, 6:30pm`],
    [`${half} 22 March, 6:30pm`, `${half} 29 March, 6:30pm`]],
  // For three weeks in March, and one in October, the clocks of New York are only four hours behind.
  ['America/New_York',
    [`${half} 19 October, 6:30pm UK time (1:30pm your time)`, `${half} 26 October, 6:30pm UK time (2:30pm your time)`],
    [`${half} 22 March, 6:30pm UK time (2:30pm your time)`, `${half} 29 March, 6:30pm UK time (1:30pm your time)`]],
  ['Asia/Kolkata',
    [`${half} 19 October, 6:30pm UK time (11pm your time)`, `${half} 26 October, 6:30pm UK time (midnight on Tuesday your time)`],
    [`${half} 22 March, 6:30pm UK time (midnight on Tuesday your time)`, `${half} 29 March, 6:30pm UK time (11pm your time)`]],
  ['Pacific/Auckland',
    [`${half} 19 October, 6:30pm UK time (6:30am on Tuesday your time)`, `${half} 26 October, 6:30pm UK time (7:30am on Tuesday your time)`],
    [`${half} 22 March, 6:30pm UK time (7:30am on Tuesday your time)`, `${half} 29 March, 6:30pm UK time (6:30am on Tuesday your time)`]],
];

for (const [zone, autumn, spring] of zones)
  test.describe(zone, () => {
    test.use({ timezoneId: zone });

    test('shows the same dates around both changes of the clocks', async ({ page, site, directory }) => {
      const list = calendar();
      site.list('/groups.json', list);
      const address = site.page('/', embed());
      for (const [instant, days] of dates) {
        await page.clock.setFixedTime(new Date(instant));
        await page.goto(address);
        await directory.expectCount(list.groups.length);
        expect(await diaries(directory, list.groups as { name: string }[]), instant).toBe(days);
      }
    });

    test('18:30 in London stays 18:30 across both changes', async ({ page, site, directory }) => {
      site.list('/groups.json', meetings(meets('Group', [weekly('MO', '18:30')])));
      const address = site.page('/', embed());
      const instants = ['2026-10-17T12:00Z', '2026-10-24T12:00Z', '2027-03-20T12:00Z', '2027-03-27T12:00Z'];
      for (const [place, next] of [...autumn, ...spring].entries()) {
        await page.clock.setFixedTime(new Date(instants[place]));
        await page.goto(address);
        await expect(directory.next('Group')).toHaveText(next);
      }
    });
  });

/** What a visitor reads at an instant: each row a zone, an instant, a meeting and the words. */
const today: [zone: string, instant: string, about: object, next: string][] = [
  ['Europe/Paris', SUNDAY, weekly('SU', '18:30'), 'Today, 6:30pm UK time (7:30pm your time)'],
  ['Europe/Paris', SUNDAY, weekly('MO', '18:30'), 'Tomorrow, 6:30pm UK time (7:30pm your time)'],
  ['Europe/Paris', SUNDAY, weekly('SU', '11:30', '20:00'), 'On now until 8pm UK time (9pm your time)'],
  // Half past midnight on Monday in Paris: it is another day there.
  ['Europe/Paris', '2026-11-22T23:30Z', weekly('MO', '18:30'), 'Next: Monday 23 November, 6:30pm UK time (7:30pm your time)'],
  // It begins on Sunday in London and, for the visitor, on Monday.
  ['Europe/Paris', SUNDAY, weekly('SU', '23:15', '23:45'), 'Next: Sunday 22 November, 11:15pm UK time (12:15am on Monday your time)'],
  ['America/New_York', '2026-11-23T03:00Z', weekly('MO', '18:30'), 'Next: Monday 23 November, 6:30pm UK time (1:30pm your time)'],
  ['America/New_York', SUNDAY, weekly('SU', '20:00', '21:00', { timezone: 'America/New_York' }), 'Today, 8pm'],
  ['Europe/London', SUNDAY, weekly('SU', '14:00', '15:00', { timezone: 'America/New_York' }), 'Today, 2pm New York time (7pm your time)'],
  // Where the clocks agree, nothing is said of them.
  ['Europe/Lisbon', SUNDAY, weekly('SU', '18:30'), 'Today, 6:30pm'],
  ['Pacific/Auckland', SUNDAY, { freq: 'WEEKLY', byday: 'TU' }, 'Next: Tuesday 24 November'],
];
for (const [zone, instant, schedule, next] of today)
  test.describe(`${zone} at ${instant}`, () => {
    test.use({ timezoneId: zone });

    test(next, async ({ page, site, directory }) => {
      await page.clock.setFixedTime(new Date(instant));
      site.list('/groups.json', meetings(meets('Group', [schedule as never])));
      await page.goto(site.page('/', embed()));
      await expect(directory.next('Group')).toHaveText(next);
    });
  });

/** The days in the diaries of these groups, wherever they stand in the list: "25 Oct, 26 Oct". */
async function diaries(directory: Directory, groups: { name: string }[]): Promise<string> {
  const days = new Map<string, string>();
  for (const card of await directory.cards.all()) {
    const [name, parts] = await Promise.all([card.getByRole('heading').first().innerText(), card.locator('p[aria-hidden="true"] span').allInnerTexts()]);
    days.set(name, parts.slice(1).join(' '));
  }
  return groups.map(({ name }) => days.get(name)).join(', ');
}
