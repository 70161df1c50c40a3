import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { recordMemories } from '../e2e/support/memory';
import type { Candidate } from './candidates';
import { pagefindIndex } from './peers/pagefind-index';
import type { Site } from './server';

/** Where a candidate shows a list of so many groups. */
export function pageOf({ id }: Candidate, groups: number): string {
  return `/${id}/${groups}.html`;
}

/** Puts every candidate's page for each list on the site, built as for publishing. */
export async function addPages(site: Site, candidates: Candidate[], sizes: number[], { root, lists }: { root: string; lists: string }) {
  for (const groups of sizes) site.add(listOf(groups), readFileSync(join(lists, `${groups}.json`)));
  for (const candidate of candidates) {
    if (candidate.packages.length === 0) addOurs(site, candidate, sizes, join(root, 'dist'));
    else await addPeer(site, candidate, sizes, join(root, 'tests/bench/peers'));
  }
  if (candidates.some(({ id }) => id === 'pagefind')) {
    for (const groups of sizes) {
      const list = JSON.parse(readFileSync(join(lists, `${groups}.json`), 'utf8'));
      for (const { path, content } of await pagefindIndex(list)) {
        // It searches in a worker, where no script of a page's can watch its memory.
        const watched = path === 'pagefind-worker.js' ? `(${recordMemories})();${Buffer.from(content)}` : content;
        site.add(indexOf(groups) + path, watched);
      }
    }
  }
}

const listOf = (groups: number) => `/lists/${groups}.json`;
const indexOf = (groups: number) => `/indexes/${groups}/`;

/** `dist/` as a publisher uploads it, and the snippet of the README. */
function addOurs(site: Site, candidate: Candidate, sizes: number[], dist: string) {
  for (const file of readdirSync(dist).filter((file) => /\.(js|wasm|txt)$/.test(file))) {
    const compressed = join(dist, `${file}.br`);
    const brotli = existsSync(compressed) ? readFileSync(compressed) : undefined;
    site.add(`/dist/${file}`, readFileSync(join(dist, file)), { brotli, isHashed: file.endsWith('.wasm') });
  }
  for (const groups of sizes) {
    site.add(
      pageOf(candidate, groups),
      `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Peer support groups</title>
<link rel="icon" href="data:,">
<script async src="/dist/peer-support-directory.js"></script>
</head>
<body>
<peer-support-directory list="${listOf(groups)}" style="display: block; min-height: 40rem">
  <a href="/support">See our support groups</a>
</peer-support-directory>
</body>
</html>
`,
    );
  }
}

/** A peer's page with its script, minified, and its style sheets. */
async function addPeer(site: Site, candidate: Candidate, sizes: number[], folder: string) {
  const { id } = candidate;
  const { outputFiles } = await build({
    entryPoints: [join(folder, `${id}.ts`), join(folder, 'page.css')],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  for (const { path, contents } of outputFiles) site.add(`/${id}${path}`, contents, { isHashed: true });
  const page = readFileSync(join(folder, `${id}.html`), 'utf8');
  for (const groups of sizes) {
    site.add(pageOf(candidate, groups), page.replace('{{list}}', listOf(groups)).replace('{{index}}', indexOf(groups)));
  }
}
