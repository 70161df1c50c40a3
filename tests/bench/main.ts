import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS } from '../e2e/support/chromium';
import { candidates } from './candidates';
import { addPages, pageOf } from './pages';
import { Site } from './server';
import type { Condition } from './session';
import type { Measures } from './use';
import { visit } from './visit';

/** What `cargo xtask bench` asks for. */
interface Plan {
  /** The repository. */
  root: string;
  /** The folder of the lists, each named by how many groups it has: `1000.json`. */
  lists: string;
  /** How many groups the lists have that are measured. */
  sizes: number[];
  /** By condition, how often each page is visited. */
  rounds: Record<string, number>;
  chromium: string;
  /** Where the results go, as JSON. */
  out: string;
}

const CONDITIONS: Condition[] = [
  { id: 'unthrottled', cpu: 1 },
  {
    // "Slow 4G" of the DevTools: 1.6 Mbit/s down, 750 kbit/s up, a tenth lost, and 150 ms made 3.75 times as long.
    id: 'slowed',
    cpu: 4,
    network: { latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 },
  },
];

/** One visit of one candidate's page. */
interface Visit {
  candidate: string;
  groups: number;
  condition: string;
  measures: Measures;
}

const plan: Plan = JSON.parse(process.argv[2]);
const busy = loadavg()[0];
const site = await Site.start();
console.log('Making the pages, and what Pagefind needs made ahead.');
await addPages(site, candidates, plan.sizes, plan);
const browser = await chromium.launch({
  executablePath: plan.chromium,
  args: [...CHROMIUM_ARGS, '--js-flags=--expose-gc', `--ignore-certificate-errors-spki-list=${site.trust}`],
});
const visits: Visit[] = [];
const all = Object.values(plan.rounds);
for (let round = 0; round < Math.max(...all); round += 1) {
  for (const condition of CONDITIONS.filter(({ id }) => round < (plan.rounds[id] ?? 0))) {
    for (const groups of plan.sizes) {
      console.log(`Round ${round + 1}, ${condition.id}, ${groups} groups.`);
      for (const candidate of rotated(candidates, round)) {
        const measures = await visit(browser, site, candidate, pageOf(candidate, groups), condition);
        visits.push({ candidate: candidate.id, groups, condition: condition.id, measures });
      }
    }
  }
}
const results = {
  machine: {
    processor: cpus()[0].model,
    cores: cpus().length,
    memory: totalmem(),
    system: `${type()} ${release()}`,
    chromium: browser.version(),
    node: process.versions.node,
    busy,
  },
  candidates: candidates.map(({ id, packages, hasOurCard = false }) => ({ id, packages: packages.map(withVersion), hasOurCard })),
  visits,
};
await browser.close();
await site.stop();
writeFileSync(plan.out, JSON.stringify(results));

/** Another candidate first in each round, so that none always comes after the same other. */
function rotated<T>(items: T[], by: number): T[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

/** A package of npm with its version: "lit 3.3.3". */
function withVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(join(plan.root, 'node_modules', name, 'package.json'), 'utf8'));
  return `${name} ${version}`;
}
