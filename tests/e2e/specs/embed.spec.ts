import { plain, small } from '../fixtures/lists';
import { bytes } from '../support/answers';
import { element, embed, page as wholePage, placeholder, script } from '../support/markup';
import { expect, test } from '../support/test';

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

test.describe('three ways to embed', () => {
  test('a script tag alone: the directory appears where the tag stands', async ({ page, site, directory }) => {
    await page.goto(site.page('/', `<h1>Before</h1>${script({ async: true, 'data-list': '/groups.json' })}<p id="after">After</p>`));
    await directory.ready();
    const order = await page.evaluate(() => [...document.body.children].map((child) => child.localName));
    expect(order).toEqual(['h1', 'script', 'peer-support-directory', 'p']);
  });

  test('the element: its content shows until the directory is ready, then no more', async ({ page, site, directory }) => {
    await page.goto(site.page('/', embed()));
    await directory.ready();
    await expect(page.getByRole('link', { name: 'See our support groups' })).toBeHidden();
    await directory.expectCount(10);
  });

  test('the element shows its content while the list is on its way', async ({ page, site, directory }) => {
    site.answer('/groups.json', () => {});
    await page.goto(site.page('/', embed()));
    // On a busy machine the page may be asked about so late that the first try has run out of time.
    await expect.poll(() => site.requests('/groups.json').length).toBeGreaterThan(0);
    await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
    await expect(directory.resultsHeading).toHaveCount(0);
  });

  test('a placeholder: the directory appears inside the div', async ({ page, site, directory }) => {
    await page.goto(site.page('/', script({ async: true }) + placeholder({ list: '/groups.json', label: 'Ours' })));
    await directory.ready();
    await expect(directory.title).toHaveText('Ours');
    await expect(page.locator('div[data-peer-support-directory] > peer-support-directory')).toHaveCount(1);
    await expect(page.getByRole('link', { name: 'See our support groups' })).toBeHidden();
  });

  test('a placeholder shows its content while the list is on its way', async ({ page, site }) => {
    site.answer('/groups.json', () => {});
    await page.goto(site.page('/', script({ async: true }) + placeholder({ list: '/groups.json' })));
    // On a busy machine the page may be asked about so late that the first try has run out of time.
    await expect.poll(() => site.requests('/groups.json').length).toBeGreaterThan(0);
    await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  });
});

test('a placeholder that is still on its way when the script runs gets all of its fallback', async ({ page, site, directory }) => {
  const [start, end] = wholePage(script({ async: true }) + placeholder({ list: '/groups.json' }, '<p id="first">One</p>SPLIT<p id="second">Two</p>') + '<p>After</p>').split('SPLIT');
  let finish = () => {};
  site.answer('/', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write(start.padEnd(2000));
    finish = () => void response.end(end);
  });
  await page.goto(site.url + '/', { waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => Boolean(customElements.get('peer-support-directory')))).toBe(true);
  await expect(page.locator('#first')).toBeVisible();
  finish();
  await directory.expectCount(10);
  expect(await page.evaluate(() => [...document.querySelector('[data-peer-support-directory]')!.children].map((child) => child.localName))).toEqual(['peer-support-directory']);
  await expect(page.locator('#second')).toBeHidden();
});

test('a placeholder whose content the page writes anew gets a directory again', async ({ page, site, directory }) => {
  await page.goto(site.page('/', script() + placeholder({ list: '/groups.json' })));
  await directory.expectCount(10);
  await page.evaluate(() => (document.querySelector('[data-peer-support-directory]')!.innerHTML = '<p id="anew">Anew</p>'));
  await directory.expectCount(10);
  await expect(page.locator('peer-support-directory')).toHaveCount(1);
  await expect(page.locator('#anew')).toBeHidden();
});

test('a directory that the page has taken out of its placeholder follows it no more', async ({ page, site, directory }) => {
  await page.goto(site.page('/', script() + placeholder({ list: '/groups.json' })));
  await directory.expectCount(10);
  const first = await directory.host.elementHandle();
  await page.evaluate(() => (document.querySelector('[data-peer-support-directory]')!.innerHTML = '<p>Anew</p>'));
  await directory.expectCount(10);
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-peer-support-directory]')!.setAttribute('data-page-size', '3'));
  await expect(directory.cards).toHaveCount(3);
  expect(await first!.evaluate((one) => one.getAttribute('page-size'))).toBeNull();
});

test.describe('a script tag', () => {
  test('with data-peer-support-directory shows the list beside the script', async ({ page, site, directory }) => {
    await page.goto(site.page('/', script({ 'data-peer-support-directory': true })));
    await directory.ready();
    expect(site.requests('/dist/groups.json')).toHaveLength(1);
  });

  test('takes every other attribute as data-*', async ({ page, site, directory }) => {
    const attributes = { 'data-list': '/groups.json', 'data-label': 'Our groups', 'data-heading-level': 3, 'data-page-size': 2 };
    await page.goto(site.page('/', script(attributes)));
    await directory.ready();
    await expect(directory.host.getByRole('heading', { level: 3, name: 'Our groups' })).toBeVisible();
    await expect(directory.cards).toHaveCount(2);
  });

  test('with neither only brings the element', async ({ page, site, directory }) => {
    await page.goto(site.page('/', script() + '<div id="here"></div>'));
    await expect(page.locator('peer-support-directory')).toHaveCount(0);
    await page.evaluate((html) => (document.getElementById('here')!.innerHTML = html), element({ list: '/groups.json' }));
    await directory.ready();
    await expect(page.locator('peer-support-directory')).toHaveCount(1);
  });

  test('in the head only brings the element, whatever it says', async ({ page, site, directory }) => {
    const head = script({ defer: true, 'data-list': '/groups.json' });
    await page.goto(site.page('/', wholePage(element({ list: '/groups.json', id: 'own' }), { head })));
    await directory.ready();
    await expect(page.locator('peer-support-directory')).toHaveCount(1);
    await expect(page.locator('head peer-support-directory')).toHaveCount(0);
  });
});

test.describe('the script may stand', () => {
  const places: Record<string, string> = {
    'before the element': script() + element({ list: '/groups.json' }),
    'after the element': element({ list: '/groups.json' }) + script(),
    'before it, async': script({ async: true }) + element({ list: '/groups.json' }),
    'after it, async': element({ list: '/groups.json' }) + script({ async: true }),
    'before it, defer': script({ defer: true }) + element({ list: '/groups.json' }),
    'after it, defer': element({ list: '/groups.json' }) + script({ defer: true }),
    'before a placeholder': script() + placeholder({ list: '/groups.json' }),
    'after a placeholder': placeholder({ list: '/groups.json' }) + script(),
    'twice': script() + element({ list: '/groups.json' }) + script({ async: true }),
  };
  for (const [place, html] of Object.entries(places)) {
    test(place, async ({ page, site, directory }) => {
      await page.goto(site.page('/', html));
      await directory.ready();
      await directory.expectCount(10);
      await expect(page.locator('peer-support-directory')).toHaveCount(1);
      expect(site.requests('/groups.json')).toHaveLength(1);
    });
  }

  test('twice, each with its own list: two directories', async ({ page, site, directory }) => {
    site.list('/others.json', plain(['Other Group']));
    await page.goto(site.page('/', script({ 'data-list': '/groups.json' }) + script({ 'data-list': '/others.json' })));
    await directory.expectCount(10);
    await directory.nth(1).expectCount(1);
    await expect(page.locator('peer-support-directory')).toHaveCount(2);
  });
});

test.describe('the script merged into another file by an optimiser', () => {
  test.beforeEach(({ site }) => {
    const merged = `var before = 1;\n${site.dist.script.toString()}\n;var after = 2;`;
    site.answer('/cache/all.js', bytes(merged, 'text/javascript'));
  });

  test('finds its WebAssembly by asset-base', async ({ page, site, directory }) => {
    const html = script({ src: '/cache/all.js' }) + element({ list: '/groups.json', 'asset-base': '/dist/' });
    await page.goto(site.page('/', html));
    await directory.ready();
    expect(await page.evaluate('after')).toBe(2);
  });

  test('finds its WebAssembly by data-asset-base', async ({ page, site, directory }) => {
    const html = script({ src: '/cache/all.js', async: true }) + placeholder({ list: '/groups.json', 'asset-base': '/dist/' });
    await page.goto(site.page('/', html));
    await directory.ready();
  });

  test('takes an asset-base without its closing slash', async ({ page, site, directory }) => {
    const html = script({ src: '/cache/all.js' }) + element({ list: '/groups.json', 'asset-base': '/dist' });
    await page.goto(site.page('/', html));
    await directory.ready();
  });

  test('runs where no script tag owns it', async ({ page, site, directory }) => {
    // In a module script `document.currentScript` is null, as it is under loaders that evaluate text.
    const html = script({ src: '/cache/all.js', type: 'module' }) + element({ list: '/groups.json', 'asset-base': '/dist/' });
    await page.goto(site.page('/', html));
    await directory.ready();
  });
});

test('in an iframe its links open at the top level', async ({ page, site }) => {
  site.page('/frame', embed());
  site.page('/join/wednesday-circle', '<h1>Joined</h1>');
  await page.goto(site.page('/', '<iframe src="/frame" width="1000" height="800"></iframe>'));
  await page.frameLocator('iframe').getByRole('link', { name: /^Join Wednesday Circle/ }).click();
  await expect(page).toHaveURL(site.url + '/join/wednesday-circle');
});
