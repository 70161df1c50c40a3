import { readFileSync } from 'node:fs';
import { expect, logIn, test } from './support/test';
import { placeholders } from './support/fallback';

/** The settings page, who may use it, and what is left when the plugin goes. */

/** With a byte-order mark and over a megabyte, PHP takes it for plain text. */
const LIST = `\uFEFF${JSON.stringify({ title: 'Uploaded groups', groups: [{ id: 'a', name: 'Uploaded Group' }] })}${' '.repeat(1_100_000)}`;

test('an administrator uploads a list and makes it the default', async ({ wordpress, browser, page, directory }) => {
  const context = await browser.newContext({ baseURL: wordpress.url });
  const admin = await logIn(context, 'admin');
  await admin.goto('/wp-admin/media-new.php?browser-uploader');
  await admin.locator('#async-upload').setInputFiles({ name: 'our-groups.json', mimeType: 'application/json', buffer: Buffer.from(LIST) });
  await admin.locator('#html-upload').click();
  await expect(admin).toHaveURL(/upload\.php/);
  const address = await wordpress.value<string>("wp_get_attachment_url( get_posts( array( 'post_type' => 'attachment' ) )[0]->ID )");
  expect(address).toContain('our-groups.json');

  await admin.goto('/wp-admin/options-general.php?page=peer-support-directory');
  await admin.getByLabel('Address of the list').fill('ftp://x.example/groups.json');
  await admin.getByRole('button', { name: 'Save Changes' }).click();
  await expect(admin.getByText('The address of the list must begin with')).toBeVisible();
  await admin.getByLabel('Address of the list').fill(address);
  await admin.getByRole('button', { name: 'Save Changes' }).click();
  await expect(admin.getByText('Settings saved.')).toBeVisible();
  await context.close();

  const url = await wordpress.publish('[peer-support-directory]');
  expect(placeholders(await (await fetch(url)).text())[0]).toContain('<h3>Uploaded Group</h3>');
  await page.goto(url);
  await directory.ready();
  await expect(directory.title).toHaveText('Uploaded groups');
  await wordpress.php("delete_option( 'psd_list' );");
});

test('nobody else may change the settings or upload lists', async ({ wordpress, author }) => {
  const answer = await author.goto('/wp-admin/options-general.php?page=peer-support-directory');
  expect(answer!.status()).toBe(403);
  const may = (user: string) => wordpress.value<boolean>(`isset( get_allowed_mime_types( get_user_by( 'login', '${user}' ) )['json'] )`);
  expect(await may('admin')).toBe(true);
  expect(await may('editor')).toBe(false);
  expect(await may('author')).toBe(false);
});

test('the plugin leaves nothing behind', async ({ wordpress }) => {
  const left = "$GLOBALS['wpdb']->get_col( \"SELECT option_name FROM {$GLOBALS['wpdb']->options} WHERE option_name LIKE '%psd\\\\_%'\" )";
  await wordpress.php("update_option( 'psd_list', '/list.json' ); update_option( 'psd_fallback_text', 'Ask us' ); do_shortcode( '[peer-support-directory list=\"/wp-content/plugins/peer-support-directory/assets/groups.json\"]' );");
  expect((await wordpress.value<string[]>(left)).length).toBeGreaterThan(2);
  await wordpress.php("define( 'WP_UNINSTALL_PLUGIN', true ); require WP_PLUGIN_DIR . '/peer-support-directory/uninstall.php';");
  expect(await wordpress.value<string[]>(left)).toEqual([]);
});

test('the plugin asks nothing of anybody, and every file of it refuses to run alone', async ({ wordpress }) => {
  const folder = await wordpress.value<string>('WP_PLUGIN_DIR');
  const files = await wordpress.value<string[]>("array_merge( glob( WP_PLUGIN_DIR . '/peer-support-directory/*.php' ), glob( WP_PLUGIN_DIR . '/peer-support-directory/includes/*.php' ) )");
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    expect(source, file).toMatch(/defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;/);
    expect(source, file).not.toMatch(/wp_remote_|curl_|fsockopen|fopen\(|\beval\(|base64_decode/);
    const alone = await fetch(`${wordpress.url}${file.replace(folder, '/wp-content/plugins')}`);
    expect(await alone.text(), file).toBe('');
  }
});
