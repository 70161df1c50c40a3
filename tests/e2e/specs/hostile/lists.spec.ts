import { ATTACKS, shown } from '../../fixtures/attacks';
import { full, strings } from '../../fixtures/schema';
import { field, harmless, tried } from '../../fixtures/tried';
import { openHostPage } from '../../support/host-page';
import { element } from '../../support/markup';
import { expectSafe, openAll, outlines } from '../../support/outline';
import { expect, test } from '../../support/test';

/**
 * Every string that a list has beside its groups is an attack in turn, one in each list. The directory must be the one
 * that harmless words make. All lists of a kind are on one page.
 */

const { groups: _, ...REST } = full();
/** Two groups are enough for the filters to show the names that the list declares. */
const LIST = {
  ...REST,
  groups: [
    { id: 'own', name: 'Own', cancer_types: ['sample-id'], audiences: ['sample-id'] },
    { id: 'plain', name: 'Plain' },
  ],
};
const FIELDS = strings(REST).map(field);

for (const [kind, attacks] of Object.entries(ATTACKS)) {
  test(`${kind}, in each string beside the groups in turn`, async ({ page, site, events, host }) => {
    const all = FIELDS.flatMap((field) => tried(LIST, field, attacks));
    const others = FIELDS.flatMap((field) => harmless(LIST, field));
    // The first directory on a page is named in another way than those after it.
    const lists = new Map([['first', LIST], ['full', LIST], ...[...all, ...others].map(({ key, record }) => [key, record] as const)]);
    const directories = [...lists].map(([id, list], number) => {
      site.list(`/${number}.json`, list);
      return element({ id, list: `/${number}.json`, filters: 'cancer-type audience', explainer: 'no' }, '');
    });
    await openHostPage({ page, site }, { directories: directories.join('') });
    await expect.poll(async () => (await events.of('psd-ready')).length).toBe(lists.size);
    await openAll(page);
    const shownAll = new Map((await outlines(page, '.directory')).map((one) => [one.key, one]));
    const reference = shownAll.get('full')!;
    for (const { key, field, attack } of all) {
      const found = shownAll.get(key)!;
      const where = `${field.path.join('.')}: ${attack}`;
      const allowed = others.filter((other) => other.field === field).map((other) => shownAll.get(other.key)?.elements);
      if (!allowed.includes(found.elements)) expect(found.elements, where).toBe(reference.elements);
      if (field.isText && reference.text.includes(field.words)) expect(found.text, where).toContain(shown(attack));
    }
    [...shownAll.values()].forEach(expectSafe);
    await host.expectUntouched();
  });
}
