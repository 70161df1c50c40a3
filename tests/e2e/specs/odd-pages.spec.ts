import { small } from '../fixtures/lists';
import { element, embed, page as wholePage, placeholder, script, SCRIPT } from '../support/markup';
import { expect, test } from '../support/test';

/** Pages as charities have them: framed, sandboxed, full of old libraries, put together by tag managers. */

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

test('a tag manager that adds the script later', async ({ page, site, directory }) => {
  await page.goto(site.page('/', placeholder({ list: '/groups.json' }) + '<div id="there"></div>'));
  await page.evaluate((src) => {
    const tag = document.createElement('script');
    tag.src = src;
    tag.dataset.list = '/groups.json';
    document.getElementById('there')!.append(tag);
  }, SCRIPT);
  await directory.expectCount(10);
  await directory.nth(1).expectCount(10);
  await expect(page.locator('#there > peer-support-directory')).toHaveCount(1);
});

test('a page builder that adds the element inside a template it clones', async ({ page, site, directory }) => {
  await page.goto(site.page('/', script() + `<template>${element({ list: '/groups.json' })}</template>`));
  expect(site.requests('/groups.json'), 'a template asks for nothing').toHaveLength(0);
  await page.evaluate(() => {
    const { content } = document.querySelector('template')!;
    document.body.append(content.cloneNode(true));
  });
  await directory.expectCount(10);
});

test('an element in another element\'s shadow root', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', script() + '<div id="outer"></div>'));
  await page.evaluate((html) => (document.getElementById('outer')!.attachShadow({ mode: 'open' }).innerHTML = html), element({ list: '/groups.json' }));
  await directory.expectCount(10);
  expect(await events.of('psd-ready'), 'events are composed: they get out').toHaveLength(1);
});

test('an element in a drawing that names its language', async ({ page, site, directory }) => {
  const drawing = `<svg lang="en" width="900" height="900"><foreignObject width="900" height="900"><div xmlns="http://www.w3.org/1999/xhtml">${element({ list: '/groups.json' })}</div></foreignObject></svg>`;
  await page.goto(site.page('/', script() + drawing));
  await directory.expectCount(10);
});

test('a sandboxed frame, where storage and cookies are forbidden', async ({ page, site }) => {
  site.page('/frame', embed());
  await page.goto(site.page('/', '<iframe sandbox="allow-scripts" src="/frame" width="1000" height="800"></iframe>'));
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: '10 results' })).toBeVisible();
  await frame.getByRole('checkbox', { name: /^Monday/ }).check();
  await expect(frame.getByRole('heading', { name: '2 results' })).toBeVisible();
});

test('a frame whose page stands in an attribute', async ({ page, site }) => {
  await page.goto(site.page('/', '<iframe width="1000" height="800"></iframe>'));
  await page.evaluate((html) => (document.querySelector('iframe')!.srcdoc = html), wholePage(embed()));
  await expect(page.frameLocator('iframe').getByRole('heading', { name: '10 results' })).toBeVisible();
});

test('a page with a base address', async ({ page, site, directory }) => {
  const head = '<base href="/deep/down/">';
  site.list('/deep/down/near.json', small(site.url));
  await page.goto(site.page('/', wholePage(embed({ list: 'near.json' }), { head })));
  await directory.expectCount(10);
});

test('a page whose old libraries add to every array and every object', async ({ page, site, directory }) => {
  await page.addInitScript(() => {
    Object.assign(Array.prototype, { first() {}, each() {} });
    Object.assign(Object.prototype, { extra: 'everywhere', extend() {} });
  });
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
});

test('a page whose libraries change how everything becomes JSON', async ({ page, site, directory }) => {
  await page.addInitScript(() => {
    Object.assign(Array.prototype, { toJSON: () => 'spoilt' });
    Object.assign(String.prototype, { toJSON: () => 'spoilt' });
  });
  await page.goto(site.page('/', embed({ 'cancer-type': 'tongue' })));
  await directory.expectCount(7);
});

test('a page in quirks mode', async ({ page, site, directory }) => {
  site.answer('/', (_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<html><body>${embed()}</body></html>`);
  });
  await page.goto(site.url + '/');
  expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat');
  await directory.expectCount(10);
});

test('a page that uses the element\'s name for ids of its own', async ({ page, site, directory }) => {
  const html = '<form id="peer-support-directory"><input name="list" id="search"><input name="attributes"><div id="results"></div></form>';
  await page.goto(site.page('/', html + embed()));
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
});
