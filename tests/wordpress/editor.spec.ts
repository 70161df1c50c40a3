import type { Page } from '@playwright/test';
import { expect, test } from './support/test';
import { Editor } from './support/editor';

/** An author, who may not use unfiltered HTML, writes; a visitor, who is not logged in, reads. */

test.describe('an author without unfiltered_html', () => {
  test('has no such right', async ({ wordpress }) => {
    expect(await wordpress.value("user_can( get_user_by( 'login', 'author' ), 'unfiltered_html' )")).toBe(false);
    expect(await wordpress.value("user_can( get_user_by( 'login', 'editor' ), 'unfiltered_html' )")).toBe(false);
  });

  test('inserts the block, sets it in the inspector and publishes', async ({ author, page, directory }) => {
    const editor = await Editor.open(author, 'By the block');
    await editor.insert('Peer support directory');
    await expect(author.getByText('Salivary Gland Cancer UK', { exact: true }), 'the preview').toBeVisible();

    await editor.field('Title', { exact: true }).fill('Find your group');
    await editor.field('Level of the title').selectOption('3');
    await editor.field('Groups before "Show more"').fill('5');
    await editor.panel('Show only');
    await editor.token('Type of cancer', 'Mouth cancer');
    await expect(author.getByText('Salivary Gland Cancer UK', { exact: true }), 'the preview follows').toBeHidden();
    const url = await editor.publish();

    const html = await (await page.request.get(url)).text();
    expect(html).toMatch(/<h3>Find your group<\/h3>.*Mouth Cancer Foundation.*Visit Mouth Cancer Foundation/s);
    expect(html).toContain('data-only-cancer-type="mouth"');
    expect(html, 'as wide as the theme lets it be').toMatch(/class="alignwide[^"]*" data-peer-support-directory/);
    expect(html).not.toContain('Salivary Gland Cancer UK');

    await page.goto(url);
    await directory.ready();
    await expect(directory.title).toHaveText('Find your group');
    await expect(directory.title.and(page.locator('h3'))).toBeVisible();
    await expect(directory.cards).toHaveCount(5);
    await expectFewer(page, directory);
  });

  test('writes the shortcode', async ({ author, page, directory }) => {
    const editor = await Editor.open(author, 'By the shortcode');
    await editor.insert('Shortcode');
    await author.getByRole('textbox', { name: 'Shortcode text' }).fill('[peer-support-directory heading-level="3" label="Find your group"]');
    const url = await editor.publish();
    expect(await (await page.request.get(url)).text()).toMatch(/<h3>Find your group<\/h3>.*Mouth Cancer Foundation/s);
    await page.goto(url);
    await directory.ready();
    await expect(directory.title).toHaveText('Find your group');
    await expectFewer(page, directory);
  });

  test('pastes the plain placeholder, which is kept as it is', async ({ wordpress, author, page, directory }) => {
    const placeholder = '<div data-peer-support-directory data-heading-level="3" data-only-format="online"><a href="/support">See our groups</a></div>';
    const editor = await Editor.open(author, 'By hand');
    await editor.insert('Custom HTML');
    await author.getByRole('textbox', { name: 'HTML' }).fill(`${placeholder}<script>alert(1)</script>`);
    const url = await editor.publish();
    const saved = await wordpress.value<string>(`get_post( url_to_postid( ${JSON.stringify(url)} ) )->post_content`);
    expect(saved).toContain(placeholder);
    expect(saved, 'what the author may not use is gone').not.toContain('<script');
    await page.goto(url);
    await directory.ready();
    await expect(directory.filter('How it meets'), 'the restriction counts').toBeHidden();
    await expectFewer(page, directory);
  });
});

/** A visitor chooses something, and finds fewer groups. */
async function expectFewer(page: Page, directory: import('../e2e/directory').Directory) {
  const count = async () => Number((await directory.resultsHeading.innerText()).split(' ')[0]);
  const all = await count();
  const toggle = directory.filterDisclosure;
  if (await toggle.isVisible()) await toggle.click();
  await directory.choose('Who it is for', 'Carers, family and friends');
  await expect.poll(count).toBeLessThan(all);
  await expect(directory.cards).toHaveCount(await count());
  expect(page.url(), 'choices go nowhere').not.toContain('carers');
}
