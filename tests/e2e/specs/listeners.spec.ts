import type { Page } from '@playwright/test';
import { small } from '../fixtures/lists';
import { element, script } from '../support/markup';
import { expect, test } from '../support/test';

/** Pages that do things to the directory while it is telling them something. */

test.beforeEach(async ({ page, site }) => {
  site.list('/groups.json', small(site.url));
  await page.goto(site.page('/', script() + '<div id="here"></div>'));
});

/** Adds a listener that runs this body, with `event` and `host`, and then the directory. */
const withListener = (page: Page, name: string, body: string) =>
  page.evaluate(
    ([type, code, html]) => {
      const run = new Function('event', 'host', code) as (event: Event, host: Element) => void;
      document.addEventListener(type, (event) => run(event, event.target as Element));
      document.getElementById('here')!.innerHTML = html;
    },
    [name, body, element({ list: '/groups.json' })],
  );

test('a listener that throws breaks nothing of ours', async ({ page, directory, calm }) => {
  await withListener(page, 'psd-ready', 'throw new Error("the fault of the page")');
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  await expect(directory.error).toHaveCount(0);
  // It is the page's own error, so the page hears of it, and it is the only one.
  expect(calm.errors.splice(0)).toEqual(['Error: the fault of the page']);
});

test('a listener that throws on each change breaks nothing of ours', async ({ page, directory, calm }) => {
  await withListener(page, 'psd-results', 'throw new Error("the fault of the page")');
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  await directory.clearAll.click();
  await directory.expectCount(10);
  expect(new Set(calm.errors.splice(0))).toEqual(new Set(['Error: the fault of the page']));
});

test('removes it as soon as it is ready', async ({ page, site, directory }) => {
  await withListener(page, 'psd-ready', 'host.remove(); document.body.dataset.removed = "yes"');
  await expect(page.locator('body')).toHaveAttribute('data-removed', 'yes');
  await page.evaluate((html) => (document.getElementById('here')!.innerHTML = html), element({ list: '/groups.json' }));
  await expect.poll(() => site.requests('/groups.json').length).toBe(2);
  await expect(directory.host).toHaveCount(0);
});

test('removes it when a choice is made', async ({ page, directory }) => {
  await withListener(page, 'psd-results', 'host.remove()');
  await directory.ready();
  await directory.option('Day', 'Monday').click();
  await expect(directory.host).toHaveCount(0);
});

test('moves it when a choice is made', async ({ page, directory }) => {
  await withListener(page, 'psd-results', 'document.body.append(host)');
  await directory.ready();
  await directory.option('Day', 'Monday').click();
  await directory.expectCount(2);
  await directory.option('Town or area', 'Leeds').click();
  await directory.expectCount(1);
});

test('changes an attribute when a choice is made', async ({ page, directory }) => {
  await withListener(page, 'psd-results', 'host.setAttribute("label", `${event.detail.shown} found`)');
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await expect(directory.title).toHaveText('2 found');
  await directory.clearAll.click();
  await expect(directory.title).toHaveText('10 found');
});

test('adds a second directory when the first is ready', async ({ page, directory }) => {
  await withListener(page, 'psd-ready', 'if (document.querySelectorAll(host.localName).length < 2) host.after(host.cloneNode(true))');
  await directory.expectCount(10);
  await directory.nth(1).expectCount(10);
  await directory.nth(1).choose('Day', 'Monday');
  await directory.nth(1).expectCount(2);
  await directory.expectCount(10);
});
