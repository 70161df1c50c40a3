import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { status } from '../../support/answers';
import { findings } from '../../support/axe';
import { Builder, type Fold } from '../../support/builder';
import { expect, test } from '../../support/test';

/** The builder passes the gate that the directory passes: axe finds nothing, and nothing that it cannot decide. */

const FOLDS: Fold[] = ['Title and words', 'Filters', 'Show only some groups', 'Choices made at the start', 'Colours and sizes', 'Loading', 'For your web developer: parts'];

test('at first, with everything folded', async ({ page, site }) => {
  test.setTimeout(120_000);
  await Builder.open(page, site);
  expect(await findings(page, ['color-contrast', 'target-size', 'heading-order', 'label', 'landmark-unique'])).toEqual([]);
});

test('with every group of settings open, a part outlined and the code copied', async ({ page, site, context }) => {
  test.setTimeout(120_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const builder = await Builder.open(page, site, { preview: 'phone', integrity: 'yes' });
  for (const fold of FOLDS) await builder.unfold(fold);
  await builder.section.getByRole('button', { name: 'Outline card in the preview' }).click();
  await builder.copy.click();
  await expect(builder.status).toHaveText('Code copied.');
  expect(await findings(page, ['color-contrast', 'target-size', 'label', 'aria-valid-attr-value', 'select-name'])).toEqual([]);
});

test('with problems in the list, and mistakes in the fields', async ({ page, site }) => {
  test.setTimeout(120_000);
  const list = site.list('/broken.json', readFileSync(join(__dirname, '../../../fixtures/broken.json'), 'utf8'));
  const builder = await Builder.open(page, site, { list, preview: 'sidebar' });
  await builder.report.getByRole('button', { name: 'Show all' }).click();
  await builder.unfold('Title and words');
  await builder.section.getByRole('textbox', { name: 'Groups to show at first' }).fill('none');
  await builder.unfold('Colours and sizes');
  await builder.section.getByRole('textbox', { name: 'Accent colour as a code' }).fill('red');
  await builder.list.fill('groups');
  await builder.list.press('Enter');
  await expect(builder.section.getByText('Enter a whole web address, such as https://www.example.org/groups.json')).toBeVisible();
  expect(await findings(page, ['color-contrast', 'target-size', 'label', 'td-headers-attr'])).toEqual([]);
});

test('with a list that cannot be shown', async ({ page, site, calm }) => {
  test.setTimeout(120_000);
  calm.allowFailedRequests();
  site.answer('/gone.json', status(404));
  const builder = await Builder.open(page, site, { list: `${site.url}/gone.json` });
  await expect(builder.report).toContainText('This list cannot be shown.');
  expect(await findings(page, ['color-contrast', 'target-size', 'label'])).toEqual([]);
});
