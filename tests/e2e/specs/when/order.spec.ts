import { SUNDAY, meetings, meets, monthly, near, weekly } from '../../fixtures/meetings';
import { embed } from '../../support/markup';
import { expect, test } from '../../support/test';

/** "The list orders by soonest within equal closeness." */

test.beforeEach(({ page }) => page.clock.setFixedTime(new Date(SUNDAY)));

test('the soonest first, those without a date last', async ({ page, site, directory }) => {
  site.list('/groups.json', near());
  await page.goto(site.page('/', embed()));
  await directory.expectCount(5);
  expect(await directory.names()).toEqual(['Now', 'Today', 'Tomorrow', 'Later', 'Never']);
});

test('at the same time by name, and paused groups after all', async ({ page, site, directory }) => {
  const list = meetings(meets('Resting', [weekly('SU')], { status: 'paused' }), meets('Beta', [weekly('MO')]), meets('No Date', []), meets('Alpha', [weekly('MO')]));
  site.list('/groups.json', list);
  await page.goto(site.page('/', embed()));
  await directory.expectCount(4);
  expect(await directory.names()).toEqual(['Alpha', 'Beta', 'No Date', 'Resting']);
});

test('the closest type of cancer before the soonest meeting', async ({ page, site, directory }) => {
  const of = (name: string, type: string, day: string) => meets(name, [weekly(day)], { cancer_types: [type] });
  const list = meetings(of('Any Sunday', 'any', 'SU'), of('Bowel Friday', 'bowel', 'FR'), of('Bowel Tuesday', 'bowel', 'TU'), of('Any Monday', 'any', 'MO'), of('Lung Monday', 'lung', 'MO'));
  site.list('/groups.json', list);
  await page.goto(site.page('/', embed()));
  await directory.expectCount(5);
  expect(await directory.names()).toEqual(['Any Sunday', 'Any Monday', 'Lung Monday', 'Bowel Tuesday', 'Bowel Friday']);
  await directory.choose('Type of cancer', 'Bowel cancer');
  await directory.expectCount(4);
  expect(await directory.names()).toEqual(['Bowel Tuesday', 'Bowel Friday', 'Any Sunday', 'Any Monday']);
});

test('after a choice the soonest of the meetings that fit it', async ({ page, site, directory }) => {
  const first = meets('Monday here, Friday there', [['Leeds', weekly('MO')], ['Oxford', weekly('FR')]]);
  site.list('/groups.json', meetings(first, meets('Wednesday there', [['Oxford', weekly('WE')]]), meets('First Tuesday', [['Hull', monthly('1TU')]])));
  await page.goto(site.page('/', embed()));
  await directory.expectCount(3);
  expect(await directory.names()).toEqual(['Monday here, Friday there', 'Wednesday there', 'First Tuesday']);
  await directory.choose('Town or area', 'Oxford');
  await directory.expectCount(2);
  expect(await directory.names()).toEqual(['Wednesday there', 'Monday here, Friday there']);
});

test('meetings of other zones stand where they begin, not where their clocks say', async ({ page, site, directory }) => {
  const list = meetings(meets('New York at one', [weekly('MO', '13:00', '14:00', { timezone: 'America/New_York' })]), meets('London at five', [weekly('MO', '17:00')]), meets('Auckland at nine', [weekly('TU', '09:00', '10:00', { timezone: 'Pacific/Auckland' })]));
  site.list('/groups.json', list);
  await page.goto(site.page('/', embed()));
  await directory.expectCount(3);
  // 17:00, 18:00 and 20:00 in London.
  expect(await directory.names()).toEqual(['London at five', 'New York at one', 'Auckland at nine']);
});
