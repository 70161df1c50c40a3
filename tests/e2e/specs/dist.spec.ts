import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/test';

/** "Files in dist/": what the folder that a publisher uploads holds. */

test('the named files are there', ({ site }) => {
  for (const name of ['index.html', 'groups.json', 'groups.schema.json', 'places.txt', 'peer-support-directory.js', site.dist.wasmName, 'LICENSE'])
    expect(existsSync(join(site.dist.folder, name)), name).toBe(true);
  expect(readdirSync(site.dist.folder).some((name) => /third.?party|notices/i.test(name)), 'third-party notices').toBe(true);
});

test('the hash in the module\'s name is of its final bytes', ({ site }) => {
  const hash = /-(\w+)\.wasm$/.exec(site.dist.wasmName)![1];
  const sha = createHash('sha256').update(site.dist.file(site.dist.wasmName)).digest();
  const spellings = [sha.toString('hex'), sha.toString('base64url')];
  expect(spellings.some((full) => full.startsWith(hash)), `${hash} begins ${spellings[0]}`).toBe(true);
});

test('every file has a .br and a .gz of the same bytes', ({ site }) => {
  const names = readdirSync(site.dist.folder).filter((name) => /\.(js|wasm|json|html)$/.test(name));
  expect(names.length).toBeGreaterThanOrEqual(5);
  for (const name of names) {
    const file = readFileSync(join(site.dist.folder, name));
    expect(brotliDecompressSync(readFileSync(join(site.dist.folder, `${name}.br`))).equals(file), `${name}.br`).toBe(true);
    expect(gunzipSync(readFileSync(join(site.dist.folder, `${name}.gz`))).equals(file), `${name}.gz`).toBe(true);
  }
});

test('the demo page embeds the widget as a partner would, with no inline script', async ({ page, site, directory }) => {
  const html = site.dist.file('index.html').toString();
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/gi)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes, body] of scripts) {
    expect(attributes).toMatch(/\bsrc=/);
    expect(body.trim()).toBe('');
  }
  expect(html).not.toMatch(/\son\w+=/i);
  await page.goto(`${site.url}/dist/index.html`);
  await directory.ready();
  expect(await directory.names()).toContain('Heads2gether');
});

test('the list that ships has no problem', async ({ page, site, events, directory }) => {
  await page.goto(`${site.url}/dist/index.html`);
  expect((await events.detail('psd-ready')).problems).toEqual([]);
  await directory.expectCount(10);
});
