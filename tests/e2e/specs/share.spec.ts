import { small } from '../fixtures/lists';
import { element, embed, script } from '../support/markup';
import { expect, test } from '../support/test';

/**
 * "A visitor who wants to share a view presses "Copy link", which alone makes a link with a fragment (with a text
 * box to copy from where the clipboard is refused, and a status message)."
 */

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

const refuseClipboard = () =>
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: () => Promise.reject(new DOMException('refused', 'NotAllowedError')) },
  });

test('Copy link puts a link with a fragment on the clipboard, says so, and leaves the address alone', async ({ page, site, directory, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const address = site.page('/', embed());
  await page.goto(address + '?utm=1');
  await directory.ready();
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.choose('How it meets', 'Online');
  await directory.expectCount(3);
  await directory.copyLink.click();
  await expect(directory.status).toHaveText(/copied/i);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(address + '?utm=1#')).toBe(true);
  expect(page.url()).toBe(address + '?utm=1');
});

test('opening the link restores the view', async ({ page, site, directory, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.choose('Town or area', 'Oxford');
  await directory.search.fill('tongue talk');
  await directory.expectCount(1);
  await directory.copyLink.click();
  await expect(directory.status).toHaveText(/copied/i);
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  const before = site.seen.length;
  await other.goto(link);
  const opened = await directory.on(other).ready();
  await opened.expectCount(1);
  await expect(opened.option('Type of cancer', 'Tongue cancer')).toBeChecked();
  await expect(opened.option('Town or area', 'Oxford')).toBeChecked();
  await expect(opened.search).toHaveValue('tongue talk');
  expect(site.seen.slice(before).map((seen) => seen.url).join(), 'the fragment stays in the browser').not.toMatch(/tongue|oxford/i);
});

test('where the clipboard is refused, a text box holds the link', async ({ page, site, directory, context }) => {
  await page.addInitScript(refuseClipboard);
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  await directory.copyLink.click();
  const box = directory.host.getByRole('textbox', { name: /link/i });
  await expect(box).toBeVisible();
  await expect(box).toHaveValue(new RegExp(`^${site.url}/#.+`));
  await expect(directory.status).not.toBeEmpty();
  const other = await context.newPage();
  await other.goto(await box.inputValue());
  await directory.on(other).expectCount(2);
});

test('a link opened on the page that already shows restores its view too', async ({ page, site, directory }) => {
  await page.addInitScript(refuseClipboard);
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  await directory.copyLink.click();
  const link = await directory.host.getByRole('textbox', { name: /link/i }).inputValue();
  await directory.clearAll.click();
  await directory.expectCount(10);
  // Only the fragment differs, so the page is not loaded again.
  await page.goto(link);
  await directory.expectCount(2);
  expect(site.requests('/')).toHaveLength(1);
});

test('a link to the choices that the page starts with is a link to these choices', async ({ page, site, directory, context }) => {
  await page.addInitScript(refuseClipboard);
  await page.goto(site.page('/', embed({ day: 'monday' })));
  await directory.expectCount(2);
  await directory.copyLink.click();
  const link = await directory.host.getByRole('textbox', { name: /link/i }).inputValue();
  // The partner may change what the page starts with, and the visitor may have changed it already.
  site.page('/', embed());
  const other = await context.newPage();
  await other.goto(link);
  await directory.on(other).expectCount(2);
});

test('where there is no clipboard at all, a text box holds the link', async ({ page, site, directory }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(site.page('/', embed({ day: 'monday' })));
  await directory.expectCount(2);
  await directory.copyLink.click();
  await expect(directory.host.getByRole('textbox', { name: /link/i })).toHaveValue(/#.+/);
});

test('a link from one of two directories restores that one', async ({ page, site, directory, context }) => {
  await page.addInitScript(refuseClipboard);
  site.list('/others.json', { ...small(site.url), title: 'Others' });
  await page.goto(site.page('/', script() + element({ list: '/groups.json' }) + element({ list: '/others.json' })));
  const second = await directory.nth(1).ready();
  await second.choose('Day', 'Monday');
  await second.expectCount(2);
  await second.copyLink.click();
  const other = await context.newPage();
  await other.goto(await second.host.getByRole('textbox', { name: /link/i }).inputValue());
  const opened = directory.on(other);
  await opened.expectCount(10);
  await opened.nth(1).expectCount(2);
});

test('the page\'s own fragment means nothing to the widget', async ({ page, site, directory }) => {
  for (const fragment of ['#contact', '#cancer-type=', '#%E0%A4%A', '#' + 'x'.repeat(5000), '#<img src=x onerror=alert(1)>']) {
    await page.goto(site.page('/', embed()) + fragment);
    await page.reload();
    await directory.ready();
    await directory.expectCount(10);
  }
});

test('a clipboard that answers after the directory has gone disturbs no other', async ({ page, site, directory, events }) => {
  await page.addInitScript(() => {
    const answered = new Promise<void>((answer) => addEventListener('clipboard-answers', () => answer()));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => answered } });
  });
  await page.goto(site.page('/', embed() + element({ list: '/groups.json' })));
  await directory.ready();
  await directory.nth(1).ready();
  await directory.choose('Day', 'Wednesday');
  await directory.copyLink.click();
  await page.evaluate(() => document.querySelector('peer-support-directory')!.remove());
  await expect(page.locator('peer-support-directory')).toHaveCount(1);
  await page.evaluate(() => dispatchEvent(new Event('clipboard-answers')));
  await directory.choose('Day', 'Wednesday');
  await expect(directory.chips).toHaveCount(1);
  expect(await events.of('psd-error')).toEqual([]);
});
