import { hostile, MARKUP, plain, RUNNING_LINKS } from '../../fixtures/lists';
import { embed } from '../../support/markup';
import { expect, test } from '../../support/test';

/** "What stands in the list is never run." */

test.beforeEach(async ({ page, site, directory, events }) => {
  site.list('/groups.json', hostile());
  await page.goto(site.page('/', embed({ filters: 'cancer-type audience kind format place day activity' })));
  await events.detail('psd-ready');
  await directory.expectCount(RUNNING_LINKS.length);
  for (const button of await directory.host.getByRole('button', { name: /^More about / }).all()) await button.click();
  await directory.explainer.click();
});

test('every string of a hostile list stands there as text', async ({ directory }) => {
  await expect(directory.title).toHaveText(MARKUP);
  await expect(directory.cards.first()).toContainText(MARKUP);
  expect((await directory.names())[0]).toContain(MARKUP);
  // Once for each of the card's own strings at the least: name, summary, alert.
  expect((await directory.cards.first().innerText()).split(MARKUP).length).toBeGreaterThan(3);
});

test('nothing of it becomes an element, and nothing runs', async ({ page, directory }) => {
  const foreign = await directory.host.evaluate((host) =>
    [...host.shadowRoot!.querySelectorAll('*')]
      .filter((one) => /^(script|img|iframe|object|embed|link|meta|base|video|audio|style)$/.test(one.localName) || [...one.attributes].some(({ name }) => name.startsWith('on')))
      .map((one) => one.outerHTML),
  );
  expect(foreign).toEqual([]);
  expect(await page.evaluate('typeof pwned')).toBe('undefined');
});

test('no link leads anywhere but to the web, to mail or to a phone', async ({ page, directory }) => {
  const links = await directory.host.evaluate((host) =>
    [...host.shadowRoot!.querySelectorAll('[href], [src], [action], [formaction], [xlink\\:href]')].map((one) => ({
      protocol: 'href' in one && typeof one.href === 'string' ? new URL(one.href, document.baseURI).protocol : `${one.localName}?`,
      href: one.getAttribute('href'),
    })),
  );
  for (const { protocol, href } of links) expect(['https:', 'http:', 'mailto:', 'tel:'], String(href)).toContain(protocol);
  expect(await page.evaluate('typeof pwned')).toBe('undefined');
});

test('a mail address cannot bring recipients or a text of its own', async ({ directory }) => {
  const mails = await directory.host.locator('a[href^="mailto:"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  for (const mail of mails.filter((one) => one.includes('a@b.example'))) expect(mail).not.toContain('?bcc');
});

test('choosing, searching and clearing run nothing either', async ({ page, directory }) => {
  await directory.search.fill('<img src=x');
  await directory.search.fill('hostile');
  await directory.expectCount(RUNNING_LINKS.length);
  await directory.search.fill('<script>window.pwned=1</script>zzz');
  await expect(directory.empty).toBeVisible();
  expect(await page.evaluate('typeof pwned')).toBe('undefined');
});

test('names that mean something to JavaScript are names', async ({ page, site, directory }) => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  site.list('/words.json', {
    title: 'Words',
    audiences: names.map((name) => ({ id: name, name })),
    cancer_types: names.map((name) => ({ id: name, name })),
    groups: names.map((name) => ({ id: name, name, audiences: [name], cancer_types: [name] })),
  });
  await page.goto(site.page('/words', embed({ list: '/words.json', audience: '__proto__' })));
  await directory.expectCount(1);
  expect(await directory.names()).toEqual(['__proto__']);
});

test('very long words and very many of them do no harm', async ({ page, site, directory }) => {
  site.list('/long.json', plain(['W'.repeat(20_000), 'word '.repeat(5_000), 'Short']));
  await page.goto(site.page('/long', embed({ list: '/long.json' })));
  await directory.expectCount(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page does not scroll sideways').toBe(true);
});
