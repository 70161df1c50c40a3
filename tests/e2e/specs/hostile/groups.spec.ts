import { ATTACKS, shown } from '../../fixtures/attacks';
import { full, strings } from '../../fixtures/schema';
import { field, harmless, tried } from '../../fixtures/tried';
import { openHostPage } from '../../support/host-page';
import { element, embed } from '../../support/markup';
import { expectSafe, openAll, outlines } from '../../support/outline';
import { expect, test } from '../../support/test';

/**
 * Every string that a group can have is an attack in turn, one in each group. Its card must be the card that harmless
 * words make, element by element: with the attack as text, or without the field where it cannot be used.
 */

const LIST = full();
const GROUP = LIST.groups[0];
const FIELDS = strings(GROUP).map(field);
/** Hundreds of cards are a heavy page, so they come on two. */
const PARTS = {
  'how it meets': FIELDS.filter(({ path }) => path[0] === 'meetings'),
  'all else': FIELDS.filter(({ path }) => path[0] !== 'meetings'),
};

test('the list with every field has no problem, and shows its texts', async ({ page, site, events }) => {
  site.list('/groups.json', LIST);
  await page.goto(site.page('/', embed()));
  expect((await events.detail('psd-ready')).problems).toEqual([]);
  await openAll(page);
  const [card] = await outlines(page, '[part~="card"]');
  const unseen = FIELDS.filter(({ isText, words }) => isText && !card.text.includes(words)).map(({ path }) => path.join('.'));
  // Who comes in person too is not told the platform.
  expect(unseen).toEqual(['meetings.0.platform']);
});

for (const [kind, attacks] of Object.entries(ATTACKS)) {
  for (const [part, fields] of Object.entries(PARTS)) {
    test(`${kind}, in each string of a group in turn: ${part}`, async ({ page, site, events, host }) => {
      const all = fields.flatMap((field) => tried(GROUP, field, attacks));
      const others = fields.flatMap((field) => harmless(GROUP, field));
      // Each group has an id of its own, but where that is the field.
      const named = [...all, ...others].map(({ key, field, record }) => (field.path[0] === 'id' ? record : { ...record, id: key }));
      site.list('/groups.json', { ...LIST, groups: [{ ...GROUP, id: 'full' }, ...named] });
      await openHostPage({ page, site }, { directories: element({ list: '/groups.json', 'page-size': 1000 }) });
      await events.detail('psd-ready');
      await openAll(page);
      const cards = new Map((await outlines(page, '[part~="card"]')).map((card) => [card.key, card]));
      const reference = cards.get('full')!;
      for (const { key, field, attack } of all.filter(({ field }) => field.path[0] !== 'id')) {
        const card = cards.get(key)!;
        const where = `${field.path.join('.')}: ${attack}`;
        const allowed = others.filter((other) => other.field === field).map((other) => cards.get(other.key)?.elements);
        if (!allowed.includes(card.elements)) expect(card.elements, where).toBe(reference.elements);
        if (field.isText && reference.text.includes(field.words)) expect(card.text, where).toContain(shown(attack));
      }
      for (const card of cards.values()) {
        // A group whose id is an attack, where that can be an id.
        if (!/^(full|tried-.*|harmless-.*)$/.test(card.key)) expect(card.elements, card.key).toBe(reference.elements);
        expectSafe(card);
      }
      await host.expectUntouched();
    });
  }
}
