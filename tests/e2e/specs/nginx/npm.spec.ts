import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectNothingReported, strict, test as base } from '../../support/hosting';
import { element, page as wholePage, script } from '../../support/markup';

/** The npm package as it is published: what npm packed, served as jsDelivr and unpkg serve it. */

const SCRIPT = 'peer-support-directory.js';

const test = base.extend<{ unpacked: string }>({
  unpacked: async ({ release }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'psd-npm-'));
    execFileSync('tar', ['-xzf', join(release.folder, `peer-support-directory-${release.version}.tgz`), '-C', folder]);
    await use(join(folder, 'package'));
    rmSync(folder, { recursive: true });
  },
});

test('it holds the release and all that its package.json names', async ({ unpacked, release }) => {
  const files = readdirSync(unpacked);
  for (const name of readdirSync(join(release.folder, release.version)).filter((name) => !/\.(br|gz)$/.test(name))) {
    expect(files, name).toContain(name);
    expect(readFileSync(join(unpacked, name)).equals(release.bytes(`${release.version}/${name}`)), name).toBe(true);
  }
  const manifest = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({ name: 'peer-support-directory', version: release.version, sideEffects: true });
  const { main, unpkg, jsdelivr, types, customElements, exports } = manifest;
  const named = [main, unpkg, jsdelivr, types, customElements, ...Object.values(exports).flatMap((target) => (typeof target === 'string' ? [] : Object.values(target as object)))];
  for (const file of named) expect(existsSync(join(unpacked, file)), file).toBe(true);
  for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY-NOTICES']) expect(files).toContain(file);
  expect(files.filter((name) => /\.(br|gz)$/.test(name)), 'a CDN compresses for itself').toEqual([]);
  expect(readFileSync(join(unpacked, 'README.md'), 'utf8')).toContain(`@${release.version}/${SCRIPT}`);
});

test('from a CDN of npm packages it works under the strictest policy', async ({ page, nginx, unpacked, release, directory, calm }) => {
  const path = `/npm/peer-support-directory@${release.version}/`;
  const hosts = await nginx({
    cdn: () => `location ${path} {
      alias ${unpacked}/;
      types { application/javascript js; application/wasm wasm; application/json json; text/plain txt; }
      add_header Access-Control-Allow-Origin "*";
      add_header Cross-Origin-Resource-Policy cross-origin;
      add_header X-Content-Type-Options nosniff;
    }`,
    policy: strict,
  });
  const tag = script({ async: true, src: hosts.urls.cdn + path + SCRIPT, integrity: release.hash(SCRIPT), crossorigin: 'anonymous' });
  await page.goto(hosts.page('/', wholePage(tag + element())));
  await directory.ready();
  await directory.host.getByLabel('Town, area or postcode').fill('Oxford');
  await page.keyboard.press('Enter');
  await expect(directory.chip('near Oxford')).toBeVisible();
  await expectNothingReported(page, hosts, calm);
});

test('in a bundle, with the files on a CDN', async ({ page, nginx, unpacked, release, directory }) => {
  const hosts = await nginx({ cdn: () => release.shipped });
  const bundle = `export const app = (() => 1)();\n${readFileSync(join(unpacked, SCRIPT), 'utf8')}`;
  hosts.file('/assets/app.js', bundle);
  const html = script({ type: 'module', src: '/assets/app.js' }) + element({ 'asset-base': `${hosts.urls.cdn}/${release.version}/` });
  await page.goto(hosts.page('/', wholePage(html)));
  await directory.ready();
});
