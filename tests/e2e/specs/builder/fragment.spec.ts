import { Builder } from '../../support/builder';
import { expect, test } from '../../support/test';

/** The builder keeps its choices in the page's own fragment. */

test('choices are in the fragment, and a reload brings them back', async ({ page, site }) => {
  const builder = await Builder.open(page, site);
  await builder.unfold('Show only some groups');
  await builder.facet('only', 'How it meets').getByRole('checkbox', { name: 'Online' }).check();
  await builder.choose('A placeholder');
  await builder.section.getByRole('radio', { name: 'Phone' }).check();
  const choices = { 'only-format': 'online', code: 'placeholder', preview: 'phone' };
  await expect.poll(() => builder.choices()).toEqual(choices);
  await page.reload();
  await builder.loaded();
  expect(builder.choices()).toEqual(choices);
  await expect(builder.snippet).toHaveValue(/<div data-peer-support-directory data-only-format="online" /);
  await expect(builder.preview.host).toHaveAttribute('only-format', 'online');
  await expect(builder.section.getByRole('radio', { name: 'Phone' })).toBeChecked();
  await builder.unfold('Show only some groups');
  await expect(builder.facet('only', 'How it meets').getByRole('checkbox', { name: 'Online' })).toBeChecked();
});

test('what is the default again leaves the fragment', async ({ page, site }) => {
  const builder = await Builder.open(page, site, { explainer: 'no' });
  await builder.unfold('Title and words');
  await builder.section.getByRole('checkbox', { name: 'Explain' }).check();
  await expect.poll(() => page.url()).not.toContain('#');
});

test('another fragment typed into the address, and Back and Forward', async ({ page, site }) => {
  const builder = await Builder.open(page, site, { label: 'First', 'page-size': '3' });
  await expect(builder.preview.title).toHaveText('First');
  await page.evaluate(() => void (location.hash = '#builder?label=Second&only-kind=helpline'));
  await expect(builder.preview.title).toHaveText('Second');
  await expect(builder.snippet).toHaveValue(/ label="Second" only-kind="helpline" /);
  await page.goBack();
  await expect(builder.preview.title).toHaveText('First');
  await expect(builder.preview.cards).toHaveCount(3);
  await expect(builder.snippet).toHaveValue(/ label="First" page-size="3" /);
  await page.goForward();
  await expect(builder.preview.title).toHaveText('Second');
});

test('the link to the builder keeps the choices', async ({ page, site }) => {
  const builder = await Builder.open(page, site, { label: 'Kept' });
  await page.getByRole('link', { name: 'Put it on your site' }).click();
  await expect(builder.section).toBeInViewport();
  await expect.poll(() => builder.choices()).toEqual({ label: 'Kept' });
  await expect(builder.preview.title).toHaveText('Kept');
});

test('what anyone can write into a fragment is checked', async ({ page, site }) => {
  const builder = await Builder.open(page, site, {
    list: 'javascript:alert(1)',
    lang: 'xx',
    'heading-level': '9',
    'page-size': '0',
    explainer: 'perhaps',
    keep: 'for ever',
    lazy: 'very',
    kind: 'club group',
    filters: 'colour',
    code: 'eval',
    '--psd-accent': 'red; } </style><script>',
    '--psd-radius': '8px; color: red',
    '--psd-space': '900em',
    'asset-base': 'https://elsewhere.example/',
    onclick: 'alert(1)',
    '--psd-text': '#123',
  });
  await expect(builder.snippet).toHaveValue(
    `<script async src="${site.url}/dist/peer-support-directory.js"></script>\n\n` +
      '<peer-support-directory kind="group" style="display: block; min-height: 40rem; color-scheme: light; --psd-text: #123; --psd-background: #ffffff">\n' +
      '  <a href="/support">See our support groups</a>\n</peer-support-directory>\n',
  );
});

for (const index of [0, 1])
  test(`a link copied from directory ${index + 1} still works, and leaves the choices alone`, async ({ page, site, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const builder = await Builder.open(page, site, { 'page-size': '3' });
    const directory = builder.preview.nth(index);
    await directory.choose('How it meets', 'Online');
    await directory.copyLink.click();
    await expect(directory.status).toHaveText(/copied/i);
    const link = await page.evaluate(() => navigator.clipboard.readText());

    // On the page that already shows: the choices of the builder come back into the address.
    await directory.clearAll.click();
    await page.evaluate((hash) => void (location.hash = hash), new URL(link).hash);
    await expect(directory.chip('Online')).toBeVisible();
    await expect.poll(() => builder.choices()).toEqual({ 'page-size': '3' });
    await expect(builder.preview.host).toHaveAttribute('page-size', '3');

    // On a new one.
    const other = await context.newPage();
    await other.goto(link);
    const opened = builder.preview.on(other).nth(index);
    await opened.ready();
    await expect(opened.chip('Online')).toBeVisible();
    expect(other.url()).not.toContain('#');
  });

test('Back from another page restores what a visitor chose in the preview, too', async ({ page, site }) => {
  const builder = await Builder.open(page, site, { label: 'Ours' });
  await builder.preview.choose('How it meets', 'Online');
  await page.goto(site.page('/elsewhere', '<h1>Elsewhere</h1>'));
  await page.goBack();
  await expect(builder.preview.title).toHaveText('Ours');
  await expect(builder.preview.chip('Online')).toBeVisible();
  expect(builder.choices()).toEqual({ label: 'Ours' });
});
