import type { Page } from '@playwright/test';
import { small } from '../fixtures/lists';
import { element, embed, page as wholePage, placeholder, script } from '../support/markup';
import { painted } from '../support/paint';
import { expect, test } from '../support/test';
import { Timers } from '../support/timers';

/** With `lazy` a directory does nothing at all before the visitor comes within a screen of it, or asks for it. */

const FAR = '<p style="height: 5000px">Much else</p>';
const lazy = (attributes = {}) => embed({ lazy: '', ...attributes });

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

/** Nothing has been asked for, and what the partner wrote shows. */
async function expectNothing(page: Page, site: { seen: { path: string }[] }) {
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
  await expect.poll(() => page.evaluate(() => Boolean(customElements.get('peer-support-directory')))).toBe(true);
  await painted(page);
  expect(site.seen.map(({ path }) => path)).toEqual(['/', '/dist/peer-support-directory.js']);
}

const scrollDown = (page: Page, screens: number) => page.evaluate((by) => scrollBy({ top: by * innerHeight, behavior: 'instant' }), screens);

test('nothing is requested, timed or told before it is near', async ({ page, site, directory, events }) => {
  const timers = await Timers.watch(page);
  await page.goto(site.page('/', FAR + lazy()));
  await expectNothing(page, site);
  expect(await timers.pending()).toBe(0);
  await scrollDown(page, 3);
  await painted(page);
  expect(site.requests('/groups.json')).toHaveLength(0);
  expect(await events.all()).toEqual([]);
  // 5,000 px are 5.6 screens: at 3.5 it is 1.1 below, at 4 within one.
  await scrollDown(page, 1);
  await directory.expectCount(10);
  expect(await events.of('psd-ready')).toHaveLength(1);
  // Once is enough, however often it comes near.
  await scrollDown(page, -4);
  await painted(page);
  await scrollDown(page, 4);
  await painted(page);
  await directory.expectCount(10);
  expect(await events.of('psd-ready')).toHaveLength(1);
  expect(site.requests('/groups.json')).toHaveLength(1);
});

test('near from the start it starts at once', async ({ page, site, directory }) => {
  await page.goto(site.page('/', lazy()));
  await directory.expectCount(10);
});

for (const [name, body] of [
  ['a script tag', FAR + script({ async: true, 'data-list': '/groups.json', 'data-lazy': true })],
  ['a placeholder', script() + FAR + placeholder({ list: '/groups.json', lazy: 'yes' })],
  ['an element without any content', FAR + embed({ lazy: '' }, '')],
] as const)
  test(`${name} waits, and starts`, async ({ page, site, directory }) => {
    await page.goto(site.page('/', body));
    await expectNothing(page, site);
    await scrollDown(page, 5);
    await directory.expectCount(10);
  });

for (const value of ['no', ' no '])
  test(`lazy="${value}" does not wait`, async ({ page, site, directory }) => {
    await page.goto(site.page('/', FAR + lazy({ lazy: value })));
    await directory.expectCount(10);
  });

test.describe('what is hidden does nothing until it is shown', () => {
  const hidden: Record<string, { around: [string, string]; show: string }> = {
    'a tab that is not chosen': { around: ['<div id="panel" style="display: none">', '</div>'], show: `document.querySelector('#panel').style.display = ''` },
    'a [hidden] panel': { around: ['<div id="panel" hidden>', '</div>'], show: `document.querySelector('#panel').hidden = false` },
    'a panel until it is found': { around: ['<div id="panel" hidden="until-found">', '</div>'], show: `document.querySelector('#panel').hidden = false` },
    'a closed <details>': { around: ['<details><summary>Groups</summary>', '</details>'], show: `document.querySelector('details').open = true` },
    'a dialog': { around: ['<dialog>', '</dialog>'], show: `document.querySelector('dialog').showModal()` },
  };
  for (const [name, { around, show }] of Object.entries(hidden))
    test(name, async ({ page, site, directory }) => {
      await page.goto(site.page('/', around.join(lazy())));
      await expectNothing(page, site);
      await page.evaluate(show);
      await directory.expectCount(10);
    });
});

test.describe('it starts at once, wherever it stands', () => {
  test('for a copied link, and comes into view', async ({ page, site, directory }) => {
    await page.goto(`${site.page('/', FAR + lazy())}#peer-support-directory-1?q=&day=monday`);
    await directory.expectCount(2);
    await expect(directory.title).toBeInViewport();
  });

  test('for a copied link that is opened while it waits', async ({ page, site, directory }) => {
    await page.goto(site.page('/', FAR + lazy()));
    await expectNothing(page, site);
    await page.evaluate(() => void (location.hash = '#peer-support-directory-1?q=&day=monday'));
    await directory.expectCount(2);
    await expect(directory.title).toBeInViewport();
    expect(new URL(page.url()).hash).toBe('');
  });

  test('where Back brings choices to restore', async ({ page, site, directory }) => {
    await page.goto(site.page('/', FAR + lazy()));
    await scrollDown(page, 5);
    await directory.choose('Day', 'Monday');
    await directory.expectCount(2);
    await page.evaluate(() => scrollTo(0, 0));
    await page.goto(site.page('/elsewhere', '<h1>Elsewhere</h1>'));
    await page.goBack();
    await directory.expectCount(2);
  });

  for (const [name, change] of [
    ['is taken away', (host: Element) => host.removeAttribute('lazy')],
    ['becomes "no"', (host: Element) => host.setAttribute('lazy', 'no')],
  ] as const)
    test(`when lazy ${name}`, async ({ page, site, directory }) => {
      await page.goto(site.page('/', FAR + lazy()));
      await expectNothing(page, site);
      await directory.host.evaluate(change);
      await directory.expectCount(10);
    });

  test('when focus comes into its content, which moves on to the title', async ({ page, site, directory }) => {
    await page.goto(site.page('/', '<a href="#before">Before</a>' + lazy().replace('<peer', `${FAR}<peer`)));
    await expectNothing(page, site);
    await page.getByRole('link', { name: 'See our support groups' }).evaluate((link) => (link as HTMLElement).focus({ preventScroll: true }));
    await directory.expectCount(10);
    await expect(directory.title).toBeFocused();
  });

  test('when the page is printed', async ({ page, site, directory }) => {
    await page.goto(site.page('/', FAR + lazy()));
    await expectNothing(page, site);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await directory.expectCount(10);
  });
});

test('other attributes changed while it waits start nothing, and count', async ({ page, site, directory }) => {
  site.list('/others.json', { ...small(site.url), title: 'Others' });
  await page.goto(site.page('/', FAR + lazy()));
  await expectNothing(page, site);
  await directory.host.evaluate((host) => {
    host.setAttribute('list', '/others.json');
    host.setAttribute('day', 'monday');
    host.setAttribute('keep', '7d');
  });
  await painted(page);
  await expectNothing(page, site);
  await scrollDown(page, 5);
  await expect(directory.title).toHaveText('Others');
  await directory.expectCount(2);
});

test('lazy set later, on one that shows, changes nothing', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', embed()));
  await directory.choose('Day', 'Monday');
  await directory.host.evaluate((host) => host.setAttribute('lazy', ''));
  await directory.choose('Town or area', 'Leeds');
  await directory.expectCount(1);
  expect(await events.of('psd-ready')).toHaveLength(1);
  expect(site.requests('/groups.json')).toHaveLength(1);
});

test('moved while it waits it goes on waiting, and starts where it has come to', async ({ page, site, directory }) => {
  await page.goto(site.page('/', `<div id="near"></div>${FAR}${lazy()}`));
  await expectNothing(page, site);
  await directory.host.evaluate((host) => document.body.append(host));
  await painted(page);
  await expectNothing(page, site);
  await directory.host.evaluate((host) => document.querySelector('#near')!.append(host));
  await directory.expectCount(10);
});

test('of two, each starts when it is near', async ({ page, site, directory }) => {
  site.list('/others.json', { ...small(site.url), title: 'Others' });
  await page.goto(site.page('/', script({ async: true }) + element({ list: '/groups.json', lazy: '' }) + FAR + element({ list: '/others.json', lazy: '' })));
  await directory.expectCount(10);
  await painted(page);
  expect(site.requests('/others.json')).toHaveLength(0);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await directory.nth(1).expectCount(10);
});

test('it fits a page whole: once it shows, nothing outside it has changed', async ({ page, site, directory }) => {
  await page.goto(site.page('/', wholePage(FAR + lazy({ id: 'here' }))));
  await expectNothing(page, site);
  const outside = () => page.evaluate(() => document.documentElement.outerHTML);
  const before = await outside();
  await scrollDown(page, 5);
  await directory.expectCount(10);
  expect(await outside()).toBe(before);
});

test('Back to a page that swaps its content: what waited, waits again', async ({ page, site }) => {
  await page.goto(site.page('/', `${FAR}<main>${lazy()}</main>`));
  await expectNothing(page, site);
  await page.evaluate(async () => {
    const main = document.querySelector('main')!;
    const html = main.innerHTML;
    history.pushState(null, '', '/other');
    main.replaceChildren();
    await new Promise((later) => setTimeout(later));
    const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await back;
    main.innerHTML = html;
  });
  await expectNothing(page, site);
});
