import { plain, small } from '../fixtures/lists';
import { element, embed, placeholder, script } from '../support/markup';
import { expect, test } from '../support/test';

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

test.describe('several directories on one page', () => {
  test('each has its own list and its own choices', async ({ page, site, directory }) => {
    site.list('/others.json', { ...small(site.url), title: 'Other groups' });
    await page.goto(site.page('/', script() + element({ list: '/groups.json' }) + element({ list: '/others.json' })));
    const second = await directory.nth(1).ready();
    await directory.choose('Type of cancer', 'Tongue cancer');
    await directory.expectCount(7);
    await second.expectCount(10);
    await second.choose('Day', 'Monday');
    await second.expectCount(2);
    await directory.expectCount(7);
    await expect(second.title).toHaveText('Other groups');
  });

  test('have landmarks of different names, also where their titles are the same', async ({ page, site, directory }) => {
    await page.goto(site.page('/', script() + element({ list: '/groups.json' }) + element({ list: '/groups.json' })));
    await directory.ready();
    const second = await directory.nth(1).ready();
    await expect(directory.region).toHaveAccessibleName('Peer support groups');
    await expect(second.region).toHaveAccessibleName('Peer support groups 2');
    await expect(directory.form).toHaveAccessibleName('Search Peer support groups');
    await expect(second.form).toHaveAccessibleName('Search Peer support groups 2');
  });

  test('a twentieth works like the first', async ({ page, site, directory }) => {
    site.list('/few.json', plain(['First Group', 'Second Group']));
    await page.goto(site.page('/', script() + element({ list: '/few.json' }).repeat(20)));
    const last = await directory.nth(19).ready();
    await last.search.fill('second');
    await last.expectCount(1);
    await directory.expectCount(2);
  });
});

test.describe('a directory that the page handles', () => {
  test('gives its number to the one that takes its place, whose copied link opens', async ({ page, site, directory, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(site.page('/', `<main>${embed()}</main>`));
    await directory.ready();
    await page.evaluate((html) => (document.querySelector('main')!.innerHTML = html), element({ list: '/groups.json' }));
    await directory.ready();
    await expect(directory.region).toHaveAccessibleName('Peer support groups');
    await directory.choose('Day', 'Monday');
    await directory.expectCount(2);
    await directory.copyLink.click();
    await expect(directory.status).toHaveText(/copied/i);
    const other = await context.newPage();
    await other.goto(await page.evaluate(() => navigator.clipboard.readText()));
    await directory.on(other).expectCount(2);
    expect(other.url()).toBe(`${site.url}/`);
  });

  test('has a number of its own where another comes before it in the task in which it is moved', async ({ page, site, directory }) => {
    await page.goto(site.page('/', `<main>${embed()}</main>`));
    await directory.choose('Day', 'Monday');
    await directory.expectCount(2);
    await directory.host.evaluate((host, html) => {
      host.remove();
      const main = document.querySelector('main')!;
      main.innerHTML = html;
      main.append(host);
    }, element({ list: '/groups.json' }));
    const moved = await directory.nth(1).ready();
    await expect(directory.region).toHaveAccessibleName('Peer support groups');
    await expect(moved.region).toHaveAccessibleName('Peer support groups 2');
    await moved.expectCount(2);
    await directory.expectCount(10);
  });

  test('keeps working when it is moved', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed() + '<div id="elsewhere"></div>'));
    await directory.ready();
    await directory.host.evaluate((host) => document.getElementById('elsewhere')!.append(host));
    await directory.ready();
    await directory.choose('Day', 'Monday');
    await directory.expectCount(2);
  });

  test('keeps working when it is removed and put back', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed()));
    await directory.ready();
    await page.evaluate(async () => {
      const host = document.querySelector('peer-support-directory')!;
      host.remove();
      await new Promise((later) => setTimeout(later));
      document.body.append(host);
    });
    await directory.ready();
    await directory.choose('Day', 'Monday');
    await directory.expectCount(2);
  });

  test('shows nothing twice when it is moved many times in one turn', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed() + '<div id="elsewhere"></div>'));
    await directory.ready();
    await directory.host.evaluate((host) => {
      for (let move = 0; move < 20; move += 1) (move % 2 ? document.body : document.getElementById('elsewhere')!).append(host);
    });
    await directory.ready();
    await expect(directory.region).toHaveCount(1);
    await expect(directory.cards).toHaveCount(10);
  });

  test('may be created by script, with attributes set before it is connected', async ({ page, site, directory }) => {
    await page.goto(site.page('/', script()));
    await page.evaluate(() => {
      const host = document.createElement('peer-support-directory');
      host.setAttribute('list', '/groups.json');
      host.setAttribute('label', 'Made by script');
      document.body.append(host);
    });
    await directory.ready();
    await expect(directory.title).toHaveText('Made by script');
  });
});

test.describe('later changes of data-* pass on', () => {
  test('from the script tag', async ({ page, site, directory }) => {
    await page.goto(site.page('/', script({ id: 'tag', 'data-list': '/groups.json' })));
    await directory.ready();
    await page.locator('#tag').evaluate((tag) => (tag.dataset.label = 'Changed'));
    await expect(directory.title).toHaveText('Changed');
    await page.locator('#tag').evaluate((tag) => delete tag.dataset.label);
    await expect(directory.title).toHaveText('Peer support groups');
  });

  test('from the placeholder', async ({ page, site, directory }) => {
    site.list('/others.json', plain(['Other Group'], 'Others'));
    await page.goto(site.page('/', script() + placeholder({ list: '/groups.json' })));
    await directory.ready();
    await page.locator('div[data-peer-support-directory]').evaluate((div) => (div.dataset.list = '/others.json'));
    await expect(directory.title).toHaveText('Others');
    await directory.expectCount(1);
  });
});
