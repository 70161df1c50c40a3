import { small } from '../../fixtures/lists';
import { expect, test, type Release } from '../../support/hosting';
import { element, page as wholePage, script } from '../../support/markup';
import type { Nginx } from '../../support/nginx';

/** Hosts that were set up without much thought: the wrong types, or no word on other origins. */

const SCRIPT = 'peer-support-directory.js';
const anyOrigin = 'add_header Access-Control-Allow-Origin "*";';
const nosniff = 'add_header X-Content-Type-Options nosniff;';

const careless = ({ folder }: Release, rest: string) => `root ${folder}; ${rest}`;

/** A page with the list on its own origin. */
function page(hosts: Nginx, tag: string): string {
  hosts.file('/groups.json', JSON.stringify(small(hosts.urls.site)));
  return hosts.page('/', wholePage(tag + element({ list: '/groups.json' })));
}
const tag = (hosts: Nginx, more = {}) => script({ src: `${hosts.urls.cdn}/v1/${SCRIPT}`, ...more });

const fine: [name: string, configuration: string][] = [
  ['a module of no known type', 'types { text/javascript js; } default_type application/octet-stream;'],
  ['a module that is said to be a page', 'types { text/javascript js; text/html wasm; }'],
  ['a module of no known type, and browsers told not to guess', `${nosniff} types { text/javascript js; } default_type text/plain;`],
  ['a script of the old type', `${nosniff} types { application/javascript js; application/wasm wasm; }`],
  ['everything said to be text', 'types { } default_type text/plain;'],
  ['no types at all', 'types { } default_type "";'],
];

for (const [name, configuration] of fine) {
  test(`${name}: it works`, async ({ page: tab, nginx, release, directory }) => {
    const hosts = await nginx({ cdn: () => careless(release, anyOrigin + configuration) });
    await tab.goto(page(hosts, tag(hosts)));
    await directory.ready();
    await directory.expectCount(10);
  });
}

test('a script said to be text, and browsers told not to guess: they refuse it, and what stood there stays', async ({ page: tab, nginx, release, directory, calm }) => {
  calm.allowConsole(/^error: Refused to execute script .*MIME type/);
  const refused: string[] = [];
  tab.on('requestfailed', (request) => refused.push(`${request.url()} ${request.failure()?.errorText}`));
  const hosts = await nginx({ cdn: () => careless(release, `${anyOrigin} ${nosniff} types { } default_type text/plain;`) });
  for (const crossorigin of [{}, { crossorigin: 'anonymous' }]) {
    await tab.goto(page(hosts, tag(hosts, crossorigin)));
    await expect(tab.getByRole('link', { name: 'See our support groups' })).toBeVisible();
    await expect(directory.region).toHaveCount(0);
  }
  // Chromium is silent about a script of another origin that it may not look into.
  await expect.poll(() => refused).toContain(`${hosts.urls.cdn}/v1/${SCRIPT} net::ERR_BLOCKED_BY_ORB`);
  await expect.poll(() => calm.console).toEqual([expect.stringMatching(/Refused to execute/)]);
});

const types = 'types { text/javascript js; application/wasm wasm; application/json json; }';

test('a module that other origins may not read: the message, and what stood there stays', async ({ page: tab, nginx, release, directory, events, calm }) => {
  calm.allowFailedRequests();
  const hosts = await nginx({ cdn: () => careless(release, types) });
  await tab.goto(page(hosts, tag(hosts)));
  expect((await events.detail('psd-error')).code).toBe('wasm');
  await expect(directory.error).toBeVisible();
  await expect(tab.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  expect((await events.all()).map(({ name }) => name)).toEqual(['psd-error']);
});

test('a list that other origins may not read: the message, and what stood there stays', async ({ page: tab, nginx, release, directory, events, calm }) => {
  calm.allowFailedRequests();
  const hosts = await nginx({ cdn: () => release.shipped, origin: careless(release, types) });
  const list = `${hosts.urls.origin}/v1/groups.json`;
  await tab.goto(hosts.page('/', wholePage(tag(hosts) + element({ list }))));
  expect((await events.detail('psd-error')).code).toBe('network');
  await expect(directory.error).toBeVisible();
  await expect(tab.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  expect((await events.all()).map(({ name }) => name)).toEqual(['psd-error']);
});

test('a script with integrity that other origins may not read: browsers refuse it, and what stood there stays', async ({ page: tab, nginx, release, directory, calm }) => {
  calm.allowFailedRequests();
  const hosts = await nginx({ cdn: () => careless(release, types) });
  const src = `${hosts.urls.cdn}/${release.version}/${SCRIPT}`;
  await tab.goto(page(hosts, script({ src, integrity: release.hash(SCRIPT), crossorigin: 'anonymous' })));
  await expect(tab.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  await expect(directory.region).toHaveCount(0);
  await expect.poll(() => calm.console.join('\n')).toMatch(/blocked by CORS policy/);
});

test('where it failed, the page may bring another list', async ({ page: tab, nginx, release, directory, events, calm }) => {
  calm.allowFailedRequests();
  const hosts = await nginx({ cdn: () => release.shipped, origin: careless(release, types) });
  hosts.file('/groups.json', JSON.stringify(small(hosts.urls.site)));
  await tab.goto(hosts.page('/', wholePage(tag(hosts) + element({ list: `${hosts.urls.origin}/v1/groups.json` }))));
  await events.detail('psd-error');
  await directory.host.evaluate((host) => host.setAttribute('list', '/groups.json'));
  await directory.expectCount(10);
});
