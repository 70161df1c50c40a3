import { full, strings, type Json } from '../../fixtures/schema';
import { field, tried } from '../../fixtures/tried';
import { openHostPage } from '../../support/host-page';
import { element } from '../../support/markup';
import { openAll, safeOutlines } from '../../support/outline';
import { expect, test } from '../../support/test';

/** A megabyte in each string of a list in turn, four to a list, whose limit is five. */

const MEGABYTE = 1_000_000;
/** Half of it one word that no line can break, half of it words that all differ. */
const LONG = ('W'.repeat(MEGABYTE / 2) + Array.from({ length: 90_000 }, (_, at) => ` ${at.toString(36)}`).join('')).slice(0, MEGABYTE);
const AT_ONCE = 4;
/**
 * Milliseconds. Chromium takes a second or two to break a megabyte into lines 320 pixels wide, and a group's name stands in
 * a dozen places; the list shows when that is done.
 */
const PATIENCE = 60_000;

const LIST = full();
const PLAIN = { id: 'plain', name: 'Plain' } as Record<string, Json>;
const FIELDS = strings(LIST).map(field);
/**
 * What must be text and what must have a shape apart: without its address a button's words would not show. Neighbours
 * apart too: of an address Chromium makes one line of text, and it does not wrap one of four megabytes.
 */
const PARTS = [true, false].flatMap((isText) => {
  const fields = FIELDS.filter((one) => one.isText === isText);
  const count = Math.ceil(fields.length / AT_ONCE);
  return Array.from({ length: count }, (_, part) => fields.filter((_, at) => at % count === part));
});

test.use({ viewport: { width: 320, height: 640 } });

for (const fields of PARTS) {
  test(`a megabyte in ${fields.map(({ path }) => path.join('.')).join(', ')}`, async ({ page, site, directory, events, host }) => {
    test.setTimeout(PATIENCE);
    const long = fields.reduce((list, one) => tried(list, one, [LONG])[0].record, LIST);
    site.list('/long.json', { ...long, groups: [...long.groups, PLAIN] });
    site.list('/full.json', { ...LIST, groups: [...LIST.groups, PLAIN] });
    await openHostPage({ page, site }, { directories: element({ id: 'long', list: '/long.json' }) + element({ id: 'full', list: '/full.json' }) });
    await expect.poll(async () => (await events.of('psd-ready')).length, { timeout: PATIENCE / 2 }).toBe(2);
    await openAll(page);
    const [{ text }, reference] = await safeOutlines(page);
    const shown = fields.filter(({ isText, words }) => isText && reference.text.includes(words));
    // Without the text itself: a message of megabytes tells nobody anything.
    const cut = shown.filter(({ words }) => !text.includes(`${LONG} ${words}`)).map(({ path }) => path.join('.'));
    expect(cut, 'texts that are not there whole').toEqual([]);
    // The directory has a height of its own on this page, so what is too wide makes itself scroll, or the page.
    const wide = await page.evaluate(() => [document.documentElement, document.getElementById('long')!].map((one) => one.scrollWidth - one.clientWidth));
    expect(wide, 'neither the page nor the directory scrolls sideways').toEqual([0, 0]);
    await directory.search.fill('plain');
    await directory.expectCount(1);
    expect(await directory.names()).toEqual(['Plain']);
    expect(await events.of('psd-error')).toEqual([]);
    await host.expectUntouched();
  });
}

test('a button whose words are all but the name, for a megabyte, takes no minutes', async ({ page, site, directory, events, host }) => {
  const words = 'W'.repeat(MEGABYTE);
  const group = { id: 'long', name: `${words}X`, sign_up: { url: 'https://charity.example/', label: words + words } };
  site.list('/groups.json', { title: 'Long', groups: [group, PLAIN] });
  await openHostPage({ page, site });
  await events.detail('psd-ready');
  await directory.expectCount(2);
  await host.expectUntouched();
});
