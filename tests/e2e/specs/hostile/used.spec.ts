import { ATTACKS, oneLine, shown } from '../../fixtures/attacks';
import { full, strings } from '../../fixtures/schema';
import { field, tried } from '../../fixtures/tried';
import { Builder } from '../../support/builder';
import { HostPage, openHostPage } from '../../support/host-page';
import { element } from '../../support/markup';
import { openAll, safeOutlines } from '../../support/outline';
import { expect, test } from '../../support/test';

/** A list whose every text is an attack, used as a visitor uses it: searched, narrowed and shared; and as an editor checks it. */

const LIST = full();
const FILTERS = ['cancer-type', 'audience', 'place', 'activity'];

/** A group for each kind of attack, with that kind in every text at once; the list's own texts are of the first kind. */
function hostile() {
  const kinds = Object.values(ATTACKS);
  const texts = (record: object) => strings(record as never).map(field).filter(({ isText }) => isText);
  const all = <T extends object>(record: T, attacks: string[]): T =>
    texts(record).reduce((changed, one) => tried(changed, one, attacks)[0].record, record);
  const groups = kinds.map((attacks, at) => ({ ...all(LIST.groups[0], attacks), id: `hostile-${at}`, activities: [attacks[0].replace(/\s/g, '')] }));
  return { ...all({ ...LIST, groups: [] }, kinds[0]), groups: [...groups, { id: 'plain', name: 'Plain' }] };
}

test.describe('a visitor', () => {
  test.beforeEach(async ({ page, site, events, host }) => {
    site.list('/groups.json', hostile());
    await openHostPage({ page, site }, { directories: element({ list: '/groups.json', filters: FILTERS.join(' ') }) });
    expect(await events.detail('psd-ready')).toMatchObject({ groups: Object.keys(ATTACKS).length + 1 });
    await openAll(page);
    await host.expectUntouched();
  });

  test.afterEach(async ({ page, host }) => {
    await safeOutlines(page);
    await host.expectUntouched();
  });

  test('what is searched for is found, and marked as text', async ({ page, directory }) => {
    const before = await directory.cards.count();
    const texts = new Set(await directory.cards.locator('bdi').allTextContents());
    for (const typed of ['<img src=x onerror=window.pwned=1>', '</style><style>', 'javascript', '\u202Egpj', 'pwned words of']) {
      await directory.search.fill(typed);
      await expect(directory.chips).toHaveText([`Remove filter: search for ${oneLine(typed)}`]);
      await expect(directory.host.locator('mark').first()).toBeVisible();
      const marks = await directory.host.locator('mark').evaluateAll((all) => all.flatMap((mark) => [...mark.children].map((child) => child.outerHTML)));
      expect(marks, 'a mark holds words alone').toEqual([]);
      const marked = await directory.cards.locator('bdi:has(mark)').allTextContents();
      expect(marked.filter((text) => !texts.has(text)), 'a mark changes no text').toEqual([]);
      await safeOutlines(page);
    }
    await directory.clearAll.click();
    await expect(directory.cards).toHaveCount(before);
    await expect(directory.host.locator('mark')).toHaveCount(0);
  });

  test('every option can be chosen, and its chip says it as text', async ({ directory }) => {
    const boxes = await directory.form.getByRole('checkbox').all();
    expect(boxes.length).toBeGreaterThan(FILTERS.length);
    for (const box of boxes) {
      const label = await box.evaluate((one) => (one as HTMLInputElement).labels![0].querySelector('bdi')!.textContent!);
      await box.check();
      await expect(directory.chips).toHaveText([`Remove filter: ${oneLine(label)}`]);
      await expect(directory.cards.first()).toBeVisible();
      await directory.clearAll.click();
      await expect(directory.chips).toHaveCount(0);
    }
    const options = await directory.form.locator('bdi').allTextContents();
    for (const attacks of Object.values(ATTACKS)) expect(options.map(oneLine), 'each town is an option').toContainEqual(expect.stringContaining(shown(attacks.join(' '))));
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
    const otherHost = await HostPage.watch(other);
    await other.goto(link);
    await expect(directory.on(other).chips).toHaveCount(2);
    expect(await directory.on(other).chips.allInnerTexts()).toEqual(chosen);
    await safeOutlines(other);
    await otherHost.expectUntouched();
  });
});

test('an editor is told the problems of a hostile list as text', async ({ page, site }) => {
  const report = async (path: string, list: unknown) => {
    // Another fragment alone would not load the page anew.
    await page.goto('about:blank');
    const builder = await Builder.open(page, site, { list: site.list(path, list) });
    const all = builder.report.getByRole('button', { name: /^Show all/ });
    if (await all.count()) await all.click();
    const foreign = await builder.section.evaluate((section) =>
      [...section.querySelectorAll('*')]
        .filter((one) => /^(script|img|iframe|style|link|object|embed|svg)$/.test(one.localName) || [...one.attributes].some(({ name }) => /^on|^src/.test(name)))
        .map((one) => one.outerHTML),
    );
    return { builder, foreign };
  };
  const harmless = await report('/full.json', LIST);
  await expect(harmless.builder.report).toHaveText('No problems found in this list of 1 group.');
  // Every string that must have a shape is markup, so that each is a problem of its own; so is the group's name beside them.
  const broken = strings(LIST).map(field).filter(({ isText, path }) => !isText && path.at(-1) !== 'id' && path[0] !== '$schema');
  const list = broken.reduce((list, one) => tried(list, one, [ATTACKS.markup[0]])[0].record, LIST);
  list.groups[0].name = ATTACKS.markup[1];
  const { builder, foreign } = await report('/broken.json', list);
  for (const attack of ATTACKS.markup.slice(0, 2)) await expect(builder.problems).toContainText(attack);
  expect(foreign).toEqual(harmless.foreign);
  expect(await page.evaluate('typeof pwned')).toBe('undefined');
});
