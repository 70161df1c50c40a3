import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { Builder, type Way } from '../../support/builder';
import { page as document } from '../../support/markup';
import { expect, test, type Site } from '../../support/test';

/** The builder's code, pasted into a page, gives the directory that the preview showed. */

const ways: Way[] = ['An element', 'Only a script tag', 'A placeholder'];

/** What a choice of everything leaves to compare: words, order, filters and colours. */
async function looks(builder: Builder, index: number) {
  const directory = await builder.preview.nth(index).ready();
  return {
    title: await directory.title.innerText(),
    names: await directory.names(),
    legends: await directory.legends(),
    chips: await directory.chips.allInnerTexts(),
    level: await directory.title.evaluate((title) => title.localName),
    text: await directory.region.evaluate((region) => getComputedStyle(region).color),
    scheme: await directory.region.evaluate((region) => getComputedStyle(region).colorScheme),
    action: await directory.host.locator('[part~="sign-up"]').first().evaluate((link) => getComputedStyle(link).backgroundColor),
    corners: await directory.cards.first().evaluate((card) => getComputedStyle(card).borderTopLeftRadius),
  };
}

/** Puts the code of the box on a page of its own, and opens that. */
async function paste(page: Page, site: Site, builder: Builder) {
  const code = await builder.snippet.inputValue();
  await page.goto(site.page('/pasted', document(`<h1>A charity's page</h1>${code}`, { head: '<style>:root { color-scheme: light dark }</style>' })));
  return code;
}

const everything = (list: string) => ({
  list,
  label: 'Groups & "friends" <b>here</b> \'now\' &amp; then',
  'heading-level': '3',
  format: 'online',
  'only-cancer-type': 'mouth head-and-neck',
  filters: 'format day cancer-type',
  'page-size': '2',
  explainer: 'no',
  keep: '7d',
  lazy: 'yes',
  '--psd-accent': '#7a1f5c',
  '--psd-text': '#fafafa',
  '--psd-background': '#101820',
  '--psd-radius': '0px',
});

for (const way of ways)
  for (const secured of [false, true])
    test(`${way.toLowerCase()}${secured ? ' with integrity' : ''} gives what the preview shows`, async ({ page, site }) => {
      const list = site.list('/list.json', JSON.parse(site.dist.file('groups.json').toString()));
      const builder = await Builder.open(page, site, everything(`${list}?a=1&b=2`));
      await builder.choose(way);
      await builder.integrity.setChecked(secured);
      if (secured) await expect(builder.snippet).toHaveValue(/ integrity="/);
      const shown = await looks(builder, 1);
      expect(shown.title).toBe(everything('').label);
      const code = await paste(page, site, builder);
      expect(/ integrity="sha384-[\w+/]{64}" crossorigin="anonymous"/.test(code)).toBe(secured);
      expect(await looks(builder, 0)).toEqual(shown);
      await expect(page.locator('peer-support-directory')).toHaveCount(1);
      await expect(page.locator('b')).toHaveCount(0);
    });

for (const way of ways)
  test(`${way.toLowerCase()} with nothing chosen gives the list beside the script`, async ({ page, site }) => {
    const builder = await Builder.open(page, site);
    await builder.choose(way);
    await expect(builder.section.getByText('Change /support to a page of yours.')).toBeVisible({ visible: way !== 'Only a script tag' });
    const shown = await looks(builder, 1);
    const code = await paste(page, site, builder);
    expect(code).not.toMatch(/list=/);
    expect(await looks(builder, 0)).toEqual(shown);
  });

test('with integrity, a script of which one letter has changed does not run', async ({ page, site, calm }) => {
  calm.allowFailedRequests();
  const builder = await Builder.open(page, site, { integrity: 'yes' });
  await expect(builder.integrity).toBeChecked();
  await expect(builder.integrity).toHaveAccessibleDescription(/one version/);
  await expect(builder.snippet).toHaveValue(/integrity=/);
  const script = '/dist/peer-support-directory.js';
  site.answer(script, (_, response) => response.end(site.dist.script.toString() + ' '));
  await paste(page, site, builder);
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  expect(await page.evaluate(() => customElements.get('peer-support-directory'))).toBeUndefined();
});

test('the address of another script: the code names it, with its own hash', async ({ page, site, calm }) => {
  calm.allowFailedRequests();
  const builder = await Builder.open(page, site, { integrity: 'yes' });
  await expect(builder.snippet).toHaveValue(/integrity=/);
  const own = await builder.snippet.inputValue();
  const body = `${site.dist.script}// 1.0.0`;
  site.other.answer('/1.0.0/peer-support-directory.js', (_, response) => response.writeHead(200, { 'access-control-allow-origin': '*' }).end(body));
  const address = builder.section.getByRole('textbox', { name: 'Web address of the script' });
  await address.fill(`${site.other.url}/1.0.0/peer-support-directory.js`);
  await address.press('Tab');
  const hash = createHash('sha384').update(body).digest('base64');
  await expect(builder.snippet).toHaveValue(new RegExp(`src="${site.other.url}/1.0.0/peer-support-directory.js" integrity="sha384-${hash.replace(/[+]/g, '\\+')}"`));
  await address.fill('1.0.0/peer-support-directory.js');
  await address.press('Tab');
  await expect(address).toHaveAccessibleDescription(/Enter a whole web address/);
  // One that cannot be read has no hash.
  await address.fill(`${site.other.url}/nothing.js`);
  await address.press('Tab');
  await expect(builder.integrity).not.toBeChecked();
  await expect(builder.integrity).toHaveAccessibleDescription(/cannot be read/);
  await expect(builder.snippet).not.toHaveValue(/integrity=/);
  await address.fill('');
  await address.press('Tab');
  await builder.integrity.check();
  await expect(builder.snippet).toHaveValue(own);
});

test('where the browser cannot work out a hash, integrity is not offered, and why', async ({ page, site }) => {
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  const builder = await Builder.open(page, site, { integrity: 'yes' });
  await expect(builder.integrity).toBeDisabled();
  await expect(builder.integrity).not.toBeChecked();
  await expect(builder.integrity).toHaveAccessibleDescription(/needs this page to be on https/);
  await expect(builder.snippet).toHaveValue(/<script async src="[^"]*"><\/script>/);
});

test('Copy puts the code on the clipboard and says so, until the code changes', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const builder = await Builder.open(page, site, { 'only-kind': 'helpline' });
  await builder.copy.click();
  await expect(builder.status).toHaveText('Code copied.');
  await expect(builder.section.locator('#copy-result')).toHaveText('Code copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await builder.snippet.inputValue());
  await expect(builder.copy).toBeFocused();
  await builder.choose('A placeholder');
  await expect(builder.section.locator('#copy-result')).toBeEmpty();
});

test('where the clipboard is refused, the code is selected, and that is said', async ({ page, site }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  const builder = await Builder.open(page, site);
  await builder.copy.click();
  await expect(builder.status).toHaveText(/^Your browser does not let us copy\. The code is selected/);
  await expect(builder.snippet).toBeFocused();
  expect(await builder.snippet.evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd))).toBe(await builder.snippet.inputValue());
});
