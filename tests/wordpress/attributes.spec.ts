import { Dist, Origin } from '../e2e/support/server';
import { small } from '../e2e/fixtures/lists';
import { expect, test } from './support/test';
import { placeholders } from './support/fallback';
import { quoted } from './support/wordpress';

/** From what an author sets to what the page has. */

test('block and shortcode give one and the same placeholder', async ({ wordpress }) => {
  const shortcode = `[peer-support-directory list="/list.json" lang="en" label="Our & your groups" heading-level="3" cancer-type="mouth tongue" audience="carers"
    kind="group" format="online" activity="discussion" day="monday" time="evening" soon="7-days" place="Milton Keynes" only-cancer-type="head-and-neck"
    only-audience="lgbtq" only-kind="group helpline" only-format="online" only-place="Oxford" only-groups="a b" filters="day kind" page-size="5"
    explainer="no" follow-detail="group" keep="30d" lazy="yes" accent="#7a1f5c"]`;
  const block = {
    list: '/list.json', lang: 'en', label: 'Our & your groups', headingLevel: '3', cancerType: 'mouth tongue', audience: 'carers',
    kind: 'group', format: 'online', activity: 'discussion', day: 'monday', time: 'evening', soon: '7-days', place: 'Milton Keynes', onlyCancerType: 'head-and-neck',
    onlyAudience: 'lgbtq', onlyKind: 'group helpline', onlyFormat: 'online', onlyPlace: 'Oxford', onlyGroups: 'a b', filters: 'day kind', pageSize: '5',
    explainer: 'no', followDetail: 'group', keep: '30d', lazy: 'yes', accent: '#7a1f5c',
  };
  const [byShortcode] = placeholders(await wordpress.php(`echo do_shortcode( ${quoted(shortcode)} );`));
  const [byBlock] = placeholders(await wordpress.php(`echo do_blocks( ${quoted(`<!-- wp:peer-support-directory/directory ${JSON.stringify(block)} /-->`)} );`));
  const data = (html: string) => [...html.matchAll(/ data-([\w-]+)="([^"]*)"/g)].map(([, name, value]) => `${name}: ${value}`).sort();
  expect(data(byShortcode)).toHaveLength(Object.keys(block).length);
  expect(data(byBlock)).toEqual(data(byShortcode));
  expect(data(byBlock)).toEqual(expect.arrayContaining(['only-kind: group helpline', 'label: Our &amp; your groups', 'asset-base: /wp-content/plugins/peer-support-directory/assets/']));
  for (const html of [byBlock, byShortcode]) expect(html).toMatch(/^<div[^>]* style="--psd-accent:#7a1f5c"/);
});

test('block.json names every attribute, and no other', async ({ wordpress }) => {
  const names = await wordpress.value<string[]>("array_map( 'psd_block_attribute', array_keys( psd_attributes() ) )");
  const block = await wordpress.value<Record<string, unknown>>("WP_Block_Type_Registry::get_instance()->get_registered( 'peer-support-directory/directory' )->attributes");
  // WordPress adds these two to every block.
  expect(Object.keys(block).filter((name) => !['lock', 'className'].includes(name)).sort()).toEqual(names.sort());
});

test('what cannot be used counts as not given', async ({ wordpress }) => {
  const bad = `[peer-support-directory list="javascript:alert(1)" lang="?" heading-level="7" kind="club group" day="someday" page-size="0" explainer="maybe" follow-detail="all" keep="366d" lazy="maybe"
    accent="red;background:url(//x.example)" align="left" unknown="x" asset-base="https://elsewhere.example/" only-groups="" label='"><img src=x onerror=alert(1)>']`;
  const [html] = placeholders(await wordpress.php(`echo do_shortcode( ${quoted(bad)} );`));
  const tag = html.slice(0, html.indexOf('>') + 1);
  const data = [...tag.matchAll(/ data-([\w-]+)="([^"]*)"/g)].map(([, name, value]) => `${name}: ${value}`);
  const assets = '/wp-content/plugins/peer-support-directory/assets/';
  expect(data).toEqual([`asset-base: ${assets}`, 'label: &quot;&gt;', 'kind: group', `list: ${assets}groups.json`]);
  expect(tag).not.toMatch(/style|class|img|javascript/);
});

test('an empty label hides the title and keeps the name', async ({ wordpress, page, directory }) => {
  const url = await wordpress.publish('[peer-support-directory label=""]');
  expect(placeholders(await (await fetch(url)).text())[0]).toMatch(/^<div[^>]* data-label=""[^>]*><ul>/);
  await page.goto(url);
  await directory.ready();
  expect((await directory.title.boundingBox())!.width, 'for screen readers alone').toBeLessThanOrEqual(1);
});

test('the script stands on pages with a directory alone, and waits for nothing', async ({ wordpress, page, calm }) => {
  const without = await (await fetch(await wordpress.publish('Nothing here.'))).text();
  expect(without).not.toContain('peer-support-directory.js');
  const html = await (await fetch(await wordpress.publish('[peer-support-directory][peer-support-directory]'))).text();
  const tags = html.match(/<script[^>]*peer-support-directory\.js[^>]*>/g);
  expect(tags).toHaveLength(1);
  expect(tags![0]).toContain(' async ');
  expect(tags![0]).toContain(`src='${wordpress.url}/wp-content/plugins/peer-support-directory/assets/peer-support-directory.js`);
  await page.goto(wordpress.url);
  calm.check();
});

test('a list on another website is a link, and the server asks it for nothing', async ({ wordpress }) => {
  const other = await Origin.start(new Dist(__dirname));
  other.list('/groups.json', small(other.url));
  const html = async (attributes: string) => placeholders(await wordpress.php(`echo do_shortcode( ${quoted(`[peer-support-directory list="${other.url}/groups.json" ${attributes}]`)} );`))[0];
  expect(await html('')).toContain(`<p><a href="${other.url}/" rel="noopener" referrerpolicy="no-referrer">See our support groups</a></p>`);
  const own = await html('fallback-text="Ask us" fallback-url="/support"');
  expect(own).toContain('<p><a href="/support" rel="noopener" referrerpolicy="no-referrer">Ask us</a></p>');
  expect(other.seen).toEqual([]);
  await other.stop();
});

test('no file but a list among the uploads or in the plugin is read', async ({ wordpress }) => {
  const list = JSON.stringify({ groups: [{ id: 'secret', name: 'Secret Group' }] });
  await wordpress.php(`file_put_contents( WP_CONTENT_DIR . '/secret.json', ${quoted(list)} ); symlink( WP_CONTENT_DIR . '/secret.json', WP_CONTENT_DIR . '/uploads/link.json' );`);
  wordpress.upload('list.txt', list);
  wordpress.upload('open.json', list);
  const uploads = '/wp-content/uploads';
  const shows = async (address: string) => (await wordpress.php(`echo do_shortcode( ${quoted(`[peer-support-directory list="${address}"]`)} );`)).includes('Secret Group');
  expect(await shows(`${uploads}/open.json`)).toBe(true);
  expect(await shows(`${wordpress.url}${uploads}/open.json?v=2`)).toBe(true);
  for (const path of [`${uploads}/../secret.json`, `${uploads}/..%2fsecret.json`, `${uploads}/link.json`, `${uploads}/list.txt`, '/wp-content/secret.json', `//x.example${uploads}/open.json`])
    expect(await shows(path), path).toBe(false);
  wordpress.upload('large.json', list + ' '.repeat(2_000_001 - list.length));
  expect(await shows(`${uploads}/large.json`), 'more than PHP may have memory for').toBe(false);
});
