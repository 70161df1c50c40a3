import { Builder } from '../../support/builder';
import { expect, test } from '../../support/test';

/** The builder: each control changes the preview at once, and the code with it. */

test('at first the code is the least there is, and the preview shows what the demo shows', async ({ page, site, directory }) => {
  const { preview, snippet } = await Builder.open(page, site);
  expect(await preview.names()).toEqual(await directory.names());
  await expect(snippet).toHaveValue(
    `<script async src="${site.url}/dist/peer-support-directory.js"></script>\n\n` +
      '<peer-support-directory style="display: block; min-height: 40rem">\n  <a href="/support">See our support groups</a>\n</peer-support-directory>\n',
  );
  expect(page.url()).not.toContain('#');
});

test('the title: another, none, and the list\'s own', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Title and words');
  const title = builder.section.getByRole('textbox', { name: 'Title' });
  await title.fill('Our groups');
  await expect(builder.preview.title).toHaveText('Our groups');
  await expect(builder.snippet).toHaveValue(/ label="Our groups" /);
  await builder.section.getByRole('checkbox', { name: 'Show a title' }).uncheck();
  // For screen readers alone: it names the region.
  await expect(builder.preview.title).toHaveCSS('clip-path', 'inset(50%)');
  await expect(builder.snippet).toHaveValue(/ label="" /);
  await expect(title).toBeDisabled();
  await builder.section.getByRole('checkbox', { name: 'Show a title' }).check();
  // What was written is not lost.
  await expect(builder.preview.title).toHaveText('Our groups');
  await title.fill('');
  await expect(builder.preview.title).toHaveText('Peer support groups');
  await expect(builder.snippet).not.toHaveValue(/label/);
});

test('the level of the title, the language and the explainer', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Title and words');
  for (const level of ['1', '3', '4', '2']) {
    await builder.section.getByRole('combobox', { name: 'Level of the title' }).selectOption(level);
    await expect(builder.preview.host.getByRole('heading', { name: 'Peer support groups', level: Number(level) })).toBeVisible();
    if (level === '2') await expect(builder.snippet).not.toHaveValue(/heading-level/);
    else await expect(builder.snippet).toHaveValue(new RegExp(` heading-level="${level}" `));
  }
  await builder.section.getByRole('combobox', { name: 'Language' }).selectOption('English');
  await expect(builder.preview.host).toHaveAttribute('lang', 'en');
  await expect(builder.snippet).toHaveValue(/ lang="en" /);
  await builder.section.getByRole('checkbox', { name: 'Explain what peer support is' }).uncheck();
  await expect(builder.preview.explainer).toBeHidden();
  await expect(builder.snippet).toHaveValue(/ explainer="no" /);
});

test('loading: when visitors come near, and a list that is kept; the preview has neither', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Loading');
  await builder.section.getByRole('checkbox', { name: 'Load the directory with the page' }).uncheck();
  await expect(builder.snippet).toHaveValue(/ lazy="yes" /);
  const keep = builder.section.getByRole('combobox', { name: 'Keep the list' });
  await keep.selectOption('30 days');
  await expect(builder.snippet).toHaveValue(/ keep="30d" lazy="yes" /);
  await expect.poll(() => builder.choices()).toEqual({ keep: '30d', lazy: 'yes' });
  await expect(builder.preview.host).not.toHaveAttribute('lazy');
  await expect(builder.preview.host).not.toHaveAttribute('keep');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await keep.selectOption('Not at all');
  await builder.section.getByRole('checkbox', { name: 'Load the directory with the page' }).check();
  await expect(builder.snippet).not.toHaveValue(/keep|lazy/);
});

test('how many groups show at first; a number that cannot be used is said, and not taken', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Title and words');
  const size = builder.section.getByRole('textbox', { name: 'Groups to show at first' });
  await size.fill('4');
  await expect(builder.preview.cards).toHaveCount(4);
  await expect(builder.snippet).toHaveValue(/ page-size="4" /);
  for (const bad of ['0', '1001', 'four', '-4']) {
    await size.fill(bad);
    await expect(size).toHaveAccessibleDescription(/^Enter a whole number from 1 to 1000\./);
    await expect(size).toHaveAttribute('aria-invalid', 'true');
    await expect(builder.snippet).not.toHaveValue(/page-size/);
  }
  await size.fill('20');
  await expect(size).toHaveAttribute('aria-invalid', 'false');
  await expect(builder.preview.cards).toHaveCount(10);
  await expect(builder.snippet).not.toHaveValue(/page-size/);
});

test('filters: which, and in which order', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Filters');
  const filters = builder.section.locator('#filters');
  await filters.getByRole('checkbox', { name: 'Kind of support' }).uncheck();
  await expect(builder.snippet).toHaveValue(/ filters="cancer-type audience format place day" /);
  await expect(builder.preview.filter('Kind of support')).toHaveCount(0);
  await filters.getByRole('checkbox', { name: 'Time of day' }).check();
  await expect(builder.preview.filter('Time of day')).toBeVisible();
  await filters.getByRole('button', { name: 'Down Type of cancer' }).click();
  await filters.getByRole('button', { name: 'Up Day' }).click();
  await expect(builder.snippet).toHaveValue(/ filters="audience cancer-type format day place time" /);
  await expect.poll(() => builder.preview.legends()).toEqual(['Who it is for', 'Type of cancer', 'How it meets', 'Day', 'Town or area', 'Time of day']);
  const ticked = filters.getByRole('checkbox', { checked: true });
  while (await ticked.count()) await ticked.first().click();
  await expect(builder.snippet).toHaveValue(/ filters="" /);
  await expect(builder.preview.form.locator('legend')).toHaveCount(0);
});

test('restrictions are offered by name and written by id', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Show only some groups');
  await builder.facet('only', 'Who it is for').getByRole('checkbox', { name: 'LGBTQ+ people' }).check();
  await expect(builder.snippet).toHaveValue(/ only-audience="lgbtq" /);
  await expect(builder.preview.filter('Who it is for')).toHaveCount(0);
  await builder.facet('only', 'Who it is for').getByRole('checkbox', { name: 'LGBTQ+ people' }).uncheck();
  await builder.facet('only', 'Type of cancer').getByRole('checkbox', { name: 'Mouth', exact: true }).check();
  await builder.facet('only', 'Kind of support').getByRole('checkbox', { name: 'Helpline' }).check();
  await builder.facet('only', 'How it meets').getByRole('checkbox', { name: 'By phone' }).check();
  await expect(builder.snippet).toHaveValue(/ only-cancer-type="mouth" only-kind="helpline" only-format="phone" /);
  await builder.preview.expectCount(2);
});

test('one town, and groups by name', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Show only some groups');
  const only = builder.section.locator('#only');
  await only.getByRole('combobox', { name: 'Town or area' }).selectOption('Milton Keynes');
  await expect(builder.snippet).toHaveValue(/ only-place="Milton Keynes" /);
  await expect(builder.preview.filter('Town or area')).toHaveCount(0);
  await only.getByRole('combobox', { name: 'Town or area' }).selectOption('Any');
  await builder.facet('only', 'Groups').getByRole('checkbox', { name: 'Heads2gether' }).check();
  await expect(builder.snippet).toHaveValue(/ only-groups="heads2gether" /);
  await builder.preview.expectCount(1);
  expect(await builder.preview.names()).toEqual(['Heads2gether']);
});

test('choices made at the start can be taken away by visitors', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Choices made at the start');
  await builder.facet('start', 'How it meets').getByRole('checkbox', { name: 'Online' }).check();
  await builder.facet('start', 'Day').getByRole('checkbox', { name: 'Monday' }).check();
  await expect(builder.snippet).toHaveValue(/ format="online" day="monday" /);
  await expect(builder.preview.chip('Online')).toBeVisible();
  await expect(builder.preview.chip('Monday')).toBeVisible();
  await builder.section.locator('#start').getByRole('combobox', { name: 'Town or area' }).selectOption('Oxford');
  await expect(builder.snippet).toHaveValue(/ place="Oxford" /);
});

test('the preview is as wide as a page, a phone or a sidebar', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  const width = () => builder.preview.host.evaluate((host) => host.getBoundingClientRect().width);
  expect(await width()).toBeGreaterThan(820);
  await expect(builder.preview.filterDisclosure).toBeHidden();
  await builder.section.getByRole('radio', { name: 'Phone' }).check();
  expect(await width()).toBe(375);
  await expect(builder.preview.filterDisclosure).toBeVisible();
  await builder.section.getByRole('radio', { name: 'Sidebar' }).check();
  expect(await width()).toBe(280);
});

test('another list: its own names are offered, and what was chosen from the first can be taken away', async ({ page, site, calm }) => {
  calm.allowConsole(/^warning: .* only-audience="lgbtq" cannot be used/);
  const builder = await Builder.open(page, site);
  await builder.unfold('Show only some groups');
  await builder.facet('only', 'Who it is for').getByRole('checkbox', { name: 'LGBTQ+ people' }).check();
  const list = site.list('/own.json', { audiences: [{ id: 'men', name: { cy: 'Dynion', en: 'Men' } }], groups: [{ id: 'one', name: 'Our one group', audiences: ['men', 'Young people'] }] });
  await builder.list.fill(list);
  await builder.list.press('Enter');
  await expect(builder.report).toContainText('1 problem in this list of 1 group');
  await expect(builder.snippet).toHaveValue(new RegExp(` list="${list}" only-audience="lgbtq" `));
  const who = builder.facet('only', 'Who it is for');
  await expect(who.getByRole('checkbox')).toHaveCount(3);
  expect(await who.locator('label').allInnerTexts()).toEqual(['Men', 'Young people', 'Lgbtq']);
  await who.getByRole('checkbox', { name: 'Lgbtq' }).uncheck();
  await builder.preview.expectCount(1);
  await expect(builder.snippet).not.toHaveValue(/only-audience/);
});

test('of many choices the first show, with what is ticked among them, and all when asked for', async ({ page, site }) => {
  const groups = Array.from({ length: 40 }, (_, at) => ({ id: `g${at}`, name: `Group ${String(at).padStart(2, '0')}` }));
  const builder = await Builder.open(page, site, { list: site.list('/many.json', { groups }), 'only-groups': 'g30 g7' });
  await builder.unfold('Show only some groups');
  const offered = builder.facet('only', 'Groups');
  const names = () => offered.locator('label').filter({ visible: true }).allInnerTexts();
  expect(await names()).toEqual(['Group 07', 'Group 30', 'Group 00', 'Group 01', 'Group 02', 'Group 03', 'Group 04', 'Group 05']);
  await offered.getByRole('button', { name: 'Show all 40 choices' }).click();
  expect(await names()).toHaveLength(40);
  await expect(offered.getByRole('checkbox', { name: 'Group 06' })).toBeFocused();
  await offered.getByRole('checkbox', { name: 'Group 39' }).check();
  await expect(builder.snippet).toHaveValue(/ only-groups="g30 g7 g39" /);
  await builder.preview.expectCount(3);
});
