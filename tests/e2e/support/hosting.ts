import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { Nginx, type Setup, type Urls } from './nginx';
import { Calm, expect, test as base } from './test';
import { Upstream } from './upstream';

export { expect };

/** The release tree, as a publisher uploads it. */
export class Release {
  readonly version: string;
  private readonly integrity: Record<string, Record<string, string>>;

  constructor(readonly folder: string) {
    this.integrity = JSON.parse(this.text('integrity.json'));
    this.version = Object.keys(this.integrity).sort().at(-1)!;
  }

  /** What a publisher writes into the `server` block. */
  get shipped(): string {
    return `root ${this.folder}; include ${this.folder}/nginx.conf;`;
  }

  get module(): string {
    return this.named(/^peer-support-directory-[0-9a-f]+\.wasm$/);
  }

  get later(): string {
    return this.named(/^peer-support-directory-later-[0-9a-f]+\.wasm$/);
  }

  has(file: string): boolean {
    return existsSync(join(this.folder, file));
  }

  /** The integrity of a file of the release, as it is written down. */
  hash(file: string): string {
    return this.integrity[this.version][file];
  }

  bytes(file: string): Buffer {
    return readFileSync(join(this.folder, file));
  }

  text(file: string): string {
    return this.bytes(file).toString();
  }

  private named(pattern: RegExp): string {
    return readdirSync(join(this.folder, this.version)).find((name) => pattern.test(name))!;
  }
}

/** The policy of the contract, word for word, for a script and a list on two origins. */
export const strict = ({ site, cdn }: Urls) =>
  `default-src 'none'; script-src ${cdn} 'wasm-unsafe-eval'; connect-src ${cdn} ${site}; ` +
  `require-trusted-types-for 'script'; trusted-types 'none'`;

interface Fixtures {
  release: Release;
  /** Starts the real nginx; it stops with the test. */
  nginx: (setup: Setup) => Promise<Nginx>;
  /** A server that answers as badly as a test wants. */
  upstream: Upstream;
  /** The origins that a test may ask. */
  origins: string[];
}

export const test = base.extend<Fixtures>({
  release: async ({}, use, { config }) => use(new Release(resolve(config.rootDir, process.env.PSD_RELEASE ?? '../../../release'))),
  origins: async ({}, use) => use([]),
  nginx: async ({ origins }, use) => {
    const program = process.env.PSD_NGINX;
    base.skip(!program, 'PSD_NGINX names no nginx; `cargo xtask test` says how to get it');
    const started: Nginx[] = [];
    await use(async (setup) => {
      const nginx = await Nginx.start(program!, setup);
      started.push(nginx);
      origins.push(...Object.values(nginx.urls));
      return nginx;
    });
    await Promise.all(started.map((nginx) => nginx.stop()));
  },
  upstream: async ({ origins }, use) => {
    const upstream = await Upstream.start();
    origins.push(upstream.url);
    await use(upstream);
    await upstream.stop();
  },
  // It watches every test, as the one that it replaces. The servers come first, so that they go last.
  calm: async ({ nginx: _, origins, context }, use) => {
    const calm = new Calm(context, origins);
    await use(calm);
    calm.check();
  },
});

/**
 * Proves that nothing was reported so far: breaks the policy on purpose, and waits for that report, which must be
 * the only one.
 */
export async function expectNothingReported(page: Page, nginx: Nginx, calm: Calm) {
  calm.allowConsole(/forbidden-picture/);
  await page.evaluate(() => void (new Image().src = '/forbidden-picture.png'));
  await expect.poll(() => nginx.reports().length, { message: 'waiting for the report' }).toBeGreaterThan(0);
  expect(nginx.reports()).toEqual([expect.stringContaining('forbidden-picture')]);
}
