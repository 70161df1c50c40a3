import { hostile, RUNNING_LINKS, small } from '../e2e/fixtures/lists';
import { expect, test } from './support/test';
import { placeholders, readFallback } from './support/fallback';

/** What the server puts inside the placeholder, for visitors without JavaScript and for search engines. */

/** Every restriction, and some together. The directory itself says which groups each leaves. */
const RESTRICTIONS = [
  '',
  'only-groups="mouth-mondays silver-book nobody"',
  'only-kind="helpline"',
  'only-kind="group resource"',
  'only-cancer-type="mouth"',
  'only-cancer-type="tongue larynx"',
  'only-cancer-type="head-and-neck"',
  'only-cancer-type="any"',
  'only-cancer-type="nothing-known"',
  'only-cancer-type="nothing-known thyroid"',
  'only-cancer-type="breast"',
  'only-audience="young nobody"',
  'only-audience="nobody carers"',
  'only-groups="nobody"',
  'only-place="Atlantis"',
  'only-place="Oxford" only-format="phone"',
  'only-audience="lgbtq"',
  'only-audience="20s-40s carers"',
  'only-format="online"',
  'only-format="phone"',
  'only-place="OXFORD"',
  'only-format="in-person" only-place="Leeds"',
  'only-format="online" only-place="Leeds"',
  'only-format="online" only-cancer-type="mouth" only-kind="group"',
  'only-kind="club"',
];

test('it shows the very groups that the directory shows, whatever the restriction', async ({ wordpress, page, calm }) => {
  calm.allowConsole(/^warning: peer-support-directory: the attribute only-.* cannot be used/);
  const list = wordpress.upload('small.json', JSON.stringify(varied(wordpress.url)));
  const codes = RESTRICTIONS.map((only) => `[peer-support-directory list="${list}" page-size="1000" filters="kind" ${only}]`);
  const url = await wordpress.publish(codes.join('\n\n'));
  const html = await (await fetch(url)).text();
  await page.goto(url);
  for (const [at, only] of RESTRICTIONS.entries()) {
    const host = page.locator('peer-support-directory').nth(at);
    await expect(host.locator('[part~="results"]').or(host.getByText('No groups match')).first()).toBeVisible();
    // Cards come a few in each frame; the status comes last.
    await expect(host.locator('.directory > [role="status"]')).toBeAttached();
    const shown = await host.locator('[part~="card-title"]').allInnerTexts();
    expect((await readFallback(page, placeholders(html)[at])).names, only || 'no restriction').toEqual(shown.sort());
  }
});

test('it says who a group is for and how it meets, and links without a trace', async ({ wordpress, page }) => {
  const list = wordpress.upload('words.json', JSON.stringify(small(wordpress.url)));
  const html = await (await fetch(await wordpress.publish(`[peer-support-directory list="${list}" heading-level="3"]`))).text();
  const { text, links, headings } = await readFallback(page, placeholders(html)[0]);
  expect(headings[0]).toBe('h3: Peer support groups');
  expect(headings[1]).toBe('h4: Wednesday Circle');
  expect(text).toContain('Who it is for: Mouth cancer. Carers, family and friends');
  expect(text).toContain('How it meets: Online, on Zoom');
  expect(text).toContain('How it meets: In person in Oxford');
  expect(text).toContain('Paused: not meeting for now');
  expect(text).not.toContain('Old Guard');
  const join = links.find(({ words }) => words === 'Join Wednesday Circle')!;
  expect(join).toEqual({ words: 'Join Wednesday Circle', href: `${wordpress.url}/join/wednesday-circle`, rel: 'noopener', referrerPolicy: 'no-referrer' });
  expect(links.map(({ href }) => href)).toEqual(expect.arrayContaining(['tel:01632960001', 'mailto:wednesday@groups.example']));
  expect(links.find(({ words }) => words === 'Ask Test Charity about Silver Book')?.href).toBe('mailto:hello@charity.example');
});

test('it has the groups as schema.org data', async ({ wordpress, page }) => {
  const list = wordpress.upload('data.json', JSON.stringify(small(wordpress.url)));
  const html = await (await fetch(await wordpress.publish(`[peer-support-directory list="${list}"]`))).text();
  const { data, names } = await readFallback(page, placeholders(html)[0]);
  expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': 'ItemList', name: 'Peer support groups', numberOfItems: 10 });
  const items = data.itemListElement.map(({ item }) => item);
  expect(items.map((item) => item.name).sort()).toEqual(names);
  expect(items[0]).toEqual({
    '@type': 'Service',
    name: 'Wednesday Circle',
    description: 'An open evening for everybody.',
    url: `${wordpress.url}/wednesday-circle`,
    audience: { '@type': 'PeopleAudience', healthCondition: [{ '@type': 'MedicalCondition', name: 'Head and neck cancer' }] },
    serviceType: 'Peer support',
    provider: {
      '@type': 'Organization',
      name: 'Wednesday Circle',
      url: `${wordpress.url}/wednesday-circle`,
      email: ['wednesday@groups.example'],
      telephone: ['01632 960001'],
    },
    availableChannel: { '@type': 'ServiceChannel', serviceUrl: `${wordpress.url}/join/wednesday-circle` },
  });
  const young = items.find((item) => item.name === 'Young Adults Together')!;
  expect(young).toMatchObject({ audience: { suggestedMinAge: 20, suggestedMaxAge: 49 }, areaServed: [{ '@type': 'Place', name: 'Oxford' }] });
  expect(items.find((item) => item.name === 'Silver Book')!['@type']).toBe('CreativeWork');
});

test('nothing of a hostile list runs, and no word of it is a shortcode', async ({ wordpress, page, calm }) => {
  calm.allowConsole(/^warning: peer-support-directory/);
  const trap = "WP_CONTENT_DIR . '/mu-plugins/trap.php'";
  await wordpress.php(`wp_mkdir_p( dirname( ${trap} ) ); file_put_contents( ${trap}, '<?php add_shortcode( "trap", static function () { return "SPRUNG"; } );' );`);
  const list = hostile();
  for (const group of list.groups) Object.assign(group, { name: `[trap] ${group.name}`, summary: '[trap]</script><script>window.pwned=1</script>' });
  const at = wordpress.upload('hostile.json', JSON.stringify(list));
  const block = `<!-- wp:peer-support-directory/directory {"list":"${at}"} /-->`;
  const url = await wordpress.publish(`${block}[peer-support-directory list="${at}"]`);
  const html = await (await fetch(url)).text();
  const sprung = await (await fetch(await wordpress.publish(`${block}[trap]`))).text();
  await wordpress.php(`unlink( ${trap} );`);
  expect(sprung.split('SPRUNG'), 'the trap works where an author sets it').toHaveLength(2);
  expect(placeholders(html)).toHaveLength(2);
  expect(html).not.toContain('SPRUNG');
  for (const source of placeholders(html)) {
    const { names, foreign, links, data } = await readFallback(page, source);
    expect(names).toHaveLength(RUNNING_LINKS.length);
    expect(names[0]).toContain('[trap]');
    expect(names[0], 'markup stands there as text').toContain('<img src=x onerror=');
    expect(foreign).toEqual([]);
    for (const { href } of links) expect(href).toMatch(/^(https?:\/\/|mailto:|tel:)/);
    expect(data.itemListElement[0].item.description).toBe('[trap]</script><script>window.pwned=1</script>');
  }
  await page.goto(url);
  await expect(page.locator('peer-support-directory [part~="card"]').first()).toBeVisible();
  expect(await page.evaluate('typeof pwned')).toBe('undefined');
});

test('a list that changes shows at once', async ({ wordpress, page }) => {
  const list = wordpress.upload('changing.json', JSON.stringify({ groups: [{ id: 'a', name: 'Before' }] }));
  const url = await wordpress.publish(`[peer-support-directory list="${list}"]`);
  const names = async () => (await readFallback(page, placeholders(await (await fetch(url)).text())[0])).names;
  expect(await names()).toEqual(['Before']);
  wordpress.upload('changing.json', JSON.stringify({ groups: [{ id: 'a', name: 'Afterwards' }] }));
  expect(await names()).toEqual(['Afterwards']);
});

test('without JavaScript the groups are there to read', async ({ wordpress, browser }) => {
  const url = await wordpress.publish('[peer-support-directory]', { title: 'Support near you' });
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 667 } });
  const page = await context.newPage();
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Mouth Cancer Foundation' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Visit Mouth Cancer Foundation' })).toBeVisible();
  const tooWide = await page.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth);
  expect(tooWide, 'sideways overflow').toBe(false);
  await context.close();
});

/** The usual list, with what only some restrictions meet. */
function varied(origin: string) {
  const list = small(origin);
  const more = [
    { id: 'sloppy', name: 'Sloppy', kinds: ['Online_Community', 'Helpline '], cancer_types: ['Head and neck'], audiences: ['carers', 'young'] },
    { id: 'aged', name: 'Aged', kinds: ['club'], cancer_types: ['oropharyngeal'], minimum_age: '45', maximum_age: 60.0 },
    { id: 'both-ways', name: 'Both Ways', cancer_types: ['bowel'], meetings: [{ attending_type: 'Online and in person', venue: { region: 'léeds' } }, { attending_type: 'online' }] },
    { id: 'apart', name: 'Apart', cancer_types: ['thyroid'], meetings: [{ attending_type: 'online', venue: { town: 'Oxford' } }, { attending_type: 'in-person', venue: { town: 'York' } }] },
    { id: 'over', name: 'Over', valid_to: '2020-01-31' },
    { id: 'not-over', name: 'Not Over', valid_to: '2999-01-31T10:00:00Z' },
    { id: 'no-day', name: 'No Such Day', valid_to: '2020-02-31' },
    { id: 'ended', name: 'Ended', status: 'CLOSED' },
    { id: 'apart', name: 'Apart Again' },
    { id: 'nameless', name: ' \u200b ' },
    { name: 'No Id' },
    { id: 7, name: 2026 },
    { id: 'odd type', name: 'Odd Type', cancer_types: ['larynx-clubs'] },
  ];
  const types = [{ id: 'larynx-clubs', broader: 'larynx' }, { id: 'thyroid', broader: 'mouth' }, { id: 'head-and-neck', broader: 'tongue' }];
  return { ...list, cancer_types: [...list.cancer_types, ...types], groups: [...list.groups, ...more] };
}
