import { full, strings, type Json } from '../../fixtures/schema';
import { field, tried } from '../../fixtures/tried';
import { embed } from '../../support/markup';
import { expectUntouched, OUTSIDE, watchOutside } from '../../support/outside';
import { expect, test } from '../../support/test';

/** A megabyte in each string of a list in turn, four to a list, whose limit is five. */

const MEGABYTE = 1_000_000;
/** Half of it one word that no line can break, half of it words that all differ. */
const LONG = ('W'.repeat(MEGABYTE / 2) + Array.from({ length: 90_000 }, (_, at) => ` ${at.toString(36)}`).join('')).slice(0, MEGABYTE);
const AT_ONCE = 4;

const LIST = full();
const FIELDS = strings(LIST).map(field);
const PARTS = Array.from({ length: Math.ceil(FIELDS.length / AT_ONCE) }, (_, at) => FIELDS.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

test.use({ viewport: { width: 320, height: 640 } });

for (const fields of PARTS) {
  test(`a megabyte in ${fields.map(({ path }) => path.join('.')).join(', ')}`, async ({ page, site, directory, events }) => {
    await watchOutside(page);
    const list = fields.reduce((list, one) => tried(list, one, [LONG])[0].record, LIST);
    list.groups.push({ id: 'plain', name: 'Plain' } as Record<string, Json>);
    site.list('/groups.json', list);
    await page.goto(site.page('/', OUTSIDE + embed()));
    await events.detail('psd-ready');
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'the page does not scroll sideways').toBeLessThanOrEqual(320);
    await directory.search.fill('plain');
    await directory.expectCount(1);
    expect(await directory.names()).toEqual(['Plain']);
    expect(await events.of('psd-error')).toEqual([]);
    await expectUntouched(page);
  });
}
