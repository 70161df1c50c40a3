import { broken, small } from '../fixtures/lists';
import { type Answer, bytes, cut, cutHalfWay, drip, gzipped, hang, json, status, typed, withoutCors } from '../support/answers';
import { embed, page as wholePage, placeholder, script } from '../support/markup';
import { expect, test } from '../support/test';
import { passTime } from '../support/time';

/**
 * "If anything fails, the fallback content stays and a plain message with "Try again" follows it (it stands alone
 * where there is no fallback), `psd-error` fires, and the page goes on."
 */

const LIMIT = 5_000_000;
/** A good list of exactly so many bytes. */
const ofSize = (size: number) => {
  const list = JSON.stringify({ groups: [{ id: 'a', name: 'Big' }] });
  return list + ' '.repeat(size - list.length);
};

const listFailures: [name: string, answer: () => Answer, code: string][] = [
  ['a server that hangs up', cut, 'network'],
  ['a list that breaks off half way', () => cutHalfWay({ groups: [{ id: 'a', name: 'A'.repeat(1000) }] }), 'network'],
  ['a server that never answers', hang, 'timeout'],
  ['a server that never finishes', () => drip(), 'timeout'],
  ...[400, 403, 404, 410, 429, 500, 503].map((code): [string, () => Answer, string] => [`status ${code}`, () => status(code), 'status']),
  ['one byte too many', () => json(ofSize(LIMIT + 1)), 'too-large'],
  ['one byte too many once decoded', () => gzipped(ofSize(LIMIT + 1)), 'too-large'],
  ['no end of bytes', () => gzipped(ofSize(40 * LIMIT)), 'too-large'],
  ...Object.entries(broken).map(([name, body]): [string, () => Answer, string] => [name, () => json(body), 'not-a-list']),
];

for (const [name, answer, code] of listFailures) {
  test(`${name}: psd-error "${code}"`, async ({ page, site, directory, events, calm }) => {
    calm.allowFailedRequests();
    await page.clock.install();
    site.answer('/groups.json', answer());
    await page.goto(site.page('/', `<h1>Ours</h1>${embed()}`));
    await passTime(page, async () => (await events.of('psd-error')).length);
    const { code: given, message } = await events.detail('psd-error');
    expect(given).toBe(code);
    expect(message).toMatch(/\w+ \w+/);
    await expect(directory.error).toBeVisible();
    await expect(directory.tryAgain).toBeVisible();
    await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
    await expect(directory.resultsHeading).toHaveCount(0);
    await page.clock.runFor(60_000);
    expect(await events.of('psd-error'), 'it fires once').toHaveLength(1);
    expect(await events.of('psd-ready')).toHaveLength(0);
  });
}

test('a list that another origin does not share: psd-error "network"', async ({ page, site, directory, events, calm }) => {
  calm.allowFailedRequests();
  await page.clock.install();
  site.other.answer('/groups.json', withoutCors(small(site.url)));
  await page.goto(site.page('/', embed({ list: site.other.url + '/groups.json' })));
  await passTime(page, async () => (await events.of('psd-error')).length);
  expect((await events.detail('psd-error')).code).toBe('network');
  await expect(directory.error).toBeVisible();
});

test('a list of exactly the limit is shown', async ({ page, site, directory }) => {
  site.answer('/groups.json', json(ofSize(LIMIT)));
  await page.goto(site.page('/', embed()));
  await directory.expectCount(1);
});

for (const type of ['text/plain', 'text/html', 'application/octet-stream'])
  test(`a list served as ${type} is shown: what counts is what it says`, async ({ page, site, directory }) => {
    site.answer('/groups.json', typed(small(site.url), type));
    await page.goto(site.page('/', embed()));
    await directory.expectCount(10);
  });

test('a list that begins with a byte order mark is shown', async ({ page, site, directory }) => {
  site.answer('/groups.json', json('\uFEFF' + JSON.stringify(small(site.url))));
  await page.goto(site.page('/', embed()));
  await directory.expectCount(10);
});

test.describe('where it is shown', () => {
  test.beforeEach(async ({ page, site, calm }) => {
    calm.allowFailedRequests();
    await page.clock.install();
    site.answer('/groups.json', status(404));
  });

  test('the message follows the fallback content', async ({ page, site, directory, events }) => {
    await page.goto(site.page('/', embed()));
    await passTime(page, async () => (await events.of('psd-error')).length);
    const fallback = (await page.getByRole('link', { name: 'See our support groups' }).boundingBox())!;
    const message = (await directory.error.boundingBox())!;
    expect(message.y).toBeGreaterThanOrEqual(fallback.y + fallback.height / 2);
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

  test('without the script at all the fallback is what there is', async ({ page, site }) => {
    site.answer('/dist/peer-support-directory.js', status(404));
    await page.goto(site.page('/', embed()));
    await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  });

  test('with scripts turned off the fallback is what there is', async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.page('/', wholePage(embed())));
    await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
    await context.close();
  });

  test('one directory that fails does not take the other with it', async ({ page, site, directory }) => {
    site.answer('/broken.json', bytes('nonsense', 'application/json'));
    site.list('/groups.json', small(site.url));
    await page.goto(site.page('/', embed({ list: '/broken.json' }) + embed()));
    await directory.nth(1).expectCount(10);
    await expect(directory.error).toBeVisible();
    await expect(directory.nth(1).error).toHaveCount(0);
  });
});
