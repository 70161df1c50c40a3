import { ATTACKS, oneLine } from '../../fixtures/attacks';
import { full, strings } from '../../fixtures/schema';
import { field, tried } from '../../fixtures/tried';
import { Builder } from '../../support/builder';
import { embed } from '../../support/markup';
import { expectSafe, openAll, outlines } from '../../support/outline';
import { expectUntouched, OUTSIDE, watchOutside } from '../../support/outside';
import { expect, test } from '../../support/test';

/** A list whose every text is an attack, used as a visitor uses it: searched, narrowed, shared. */

const LIST = full();
const FILTERS = ['cancer-type', 'audience', 'place', 'activity'];

/** A group for each kind of attack, with that kind in every text at once; the list's own texts are the first kind. */
function hostile() {
  const kinds = Object.values(ATTACKS);
  const texts = (record: object) => strings(record as never).map(field).filter(({ isText }) => isText);
  const all = <T extends object>(record: T, attacks: string[]): T =>
    texts(record).reduce((changed, one) => tried(changed, one, attacks)[0].record, record);
  const groups = kinds.map((attacks, at) => ({ ...all(LIST.groups[0], attacks), id: `hostile-${at}`, activities: [attacks[0].replace(/\s/g, '')] }));
  return { ...all({ ...LIST, groups: [] }, kinds[0]), groups: [...groups, { id: 'plain', name: 'Plain' }] };
}

async function expectNothing(page: Parameters<typeof outlines>[0]) {
  (await outlines(page, '.directory')).forEach(expectSafe);
  await expectUntouched(page);
}

test.beforeEach(async ({ page, site, events }) => {
  await watchOutside(page);
  site.list('/groups.json', hostile());
  await page.goto(site.page('/', OUTSIDE + embed({ filters: FILTERS.join(' ') })));
  await events.detail('psd-ready');
  await openAll(page);
});

test('what is searched for is found and marked as text', async ({ page, directory }) => {
  const before = await directory.cards.count();
  for (const typed of ['<img src=x onerror=window.pwned=1>', '</mark><script>', 'javascript', '\u202Egpj', 'pwned words of']) {
    await directory.search.fill(typed);
    await expect(directory.chips).toHaveText([`Remove filter: Search: ${oneLine(typed)}`]);
    await expect(directory.host.locator('mark').first()).toBeVisible();
    const marks = await directory.host.locator('mark').evaluateAll((all) => all.flatMap((mark) => [...mark.children].map((child) => child.outerHTML)));
    expect(marks, 'a mark holds words alone').toEqual([]);
    await expectNothing(page);
  }
  await directory.clearAll.click();
  await expect(directory.cards).toHaveCount(before);
});

test('every option can be chosen, and its chip says it as text', async ({ page, directory }) => {
  const boxes = await directory.form.getByRole('checkbox').all();
  expect(boxes.length).toBeGreaterThan(FILTERS.length);
  for (const box of boxes) {
    const label = await box.evaluate((one) => (one as HTMLInputElement).labels![0].querySelector('bdi')!.textContent!);
    await box.check();
    await expect(directory.chips.first()).toHaveText(`Remove filter: ${oneLine(label)}`);
    await expect(directory.cards.first()).toBeVisible();
    await directory.clearAll.click();
  }
  await expectNothing(page);
});

test('a copied link to hostile choices leads back to them', async ({ page, site, directory, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await directory.form.getByRole('checkbox').first().check();
  await directory.search.fill(ATTACKS.markup.join(' '));
  await expect(directory.chips).toHaveCount(2);
  const chosen = await directory.chips.allInnerTexts();
  await directory.copyLink.click();
  await expect(directory.status).toHaveText(/copied/i);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(new RegExp(`^${site.url}/#peer-support-directory-1\\?[!-~]*$`));
  expect(link).not.toMatch(/[<>"]/);

  const other = await context.newPage();
  await watchOutside(other);
  await other.goto(link);
  await expect(directory.on(other).chips).toHaveCount(2);
  expect(await directory.on(other).chips.allInnerTexts()).toEqual(chosen);
  await expectNothing(other);
});

test('the builder tells its problems as text', async ({ page, site }) => {
  const elements = async (list: unknown) => {
    const builder = await Builder.open(page, site, { list: site.list('/own.json', list) });
    const foreign = await builder.section.evaluate((section) =>
      [...section.querySelectorAll('*')].filter((one) => /^(script|img|iframe|style|link|object|embed|svg)$/.test(one.localName) || [...one.attributes].some(({ name }) => /^on|^src/.test(name))).map((one) => one.outerHTML),
    );
    return { builder, foreign };
  };
  const harmless = await elements(LIST);
  await expect(harmless.builder.report).toHaveText('No problems found in this list of 1 group.');
  // Every string that must have a shape is markup, so each is a problem of its own.
  const broken = strings(LIST).map(field).filter(({ isText, path }) => !isText && path.at(-1) !== 'id' && path[0] !== '$schema');
  const list = broken.reduce((list, one) => tried(list, one, [ATTACKS.markup[0]])[0].record, LIST);
  const { builder, foreign } = await elements(list);
  await builder.report.getByRole('button', { name: /^Show all/ }).click();
  await expect(builder.problems).toContainText(ATTACKS.markup[0]);
  expect(foreign).toEqual(harmless.foreign);
  expect(await page.evaluate('typeof pwned')).toBe('undefined');
});
