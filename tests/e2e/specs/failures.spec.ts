import { small } from '../fixtures/lists';
import { bytes, status } from '../support/answers';
import { embed, placeholder, script } from '../support/markup';
import { expect, test } from '../support/test';
import { passTime } from '../support/time';

/**
 * "The fallback content stays and a plain message with "Try again" follows it (it stands alone where there is no
 * fallback)", where the page has no element of its own, or two. Whatever else can fail, each fault is in `faults/`.
 */

test.beforeEach(async ({ page, site, calm }) => {
  calm.allowFailedRequests();
  await page.clock.install();
  site.answer('/groups.json', status(404));
});

test('it stands alone where there is no fallback', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', script({ async: true, 'data-list': '/groups.json' })));
  await passTime(page, async () => (await events.of('psd-error')).length);
  await expect(directory.error).toBeVisible();
  await expect(directory.tryAgain).toBeVisible();
});

test('a placeholder keeps its content', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', script() + placeholder({ list: '/groups.json' })));
  await passTime(page, async () => (await events.of('psd-error')).length);
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  await expect(directory.error).toBeVisible();
});

test('one directory that fails does not take the other with it', async ({ page, site, directory }) => {
  site.answer('/broken.json', bytes('nonsense', 'application/json'));
  site.list('/groups.json', small(site.url));
  await page.goto(site.page('/', embed({ list: '/broken.json' }) + embed()));
  await directory.nth(1).expectCount(10);
  await expect(directory.error).toBeVisible();
  await expect(directory.nth(1).error).toHaveCount(0);
});

// What JavaScript finds in any object.
for (const lang of ['constructor', '__proto__', 'toString'])
  test(`lang="${lang}" is no language that it speaks: the message is in English`, async ({ page, site, directory, events }) => {
    await page.goto(site.page('/', embed({ lang })));
    await passTime(page, async () => (await events.of('psd-error')).length);
    await expect(directory.error).toBeVisible();
    await expect(directory.link('0808 808 00 00')).toBeVisible();
  });
