import { createServer, type AddressInfo } from 'node:net';
import { small } from '../../fixtures/lists';
import { cut, cutHalfWay, drip, hang, json, movedTo, resetHalfWay, withoutCors } from '../../support/answers';
import { FAILED_REQUEST, mendList, test, title, type Fault } from '../../support/faults';
import { expect } from '../../support/test';

/** What becomes of the list on its way, or before anybody hears that it is asked for. */

const list = { groups: [{ id: 'a', name: 'A'.repeat(1000) }] };

const never: Fault[] = [
  {
    name: 'a host that no name server knows',
    make: ({ calm }) => {
      calm.allowOrigin('http://groups.invalid');
      return { list: 'http://groups.invalid/groups.json' };
    },
    gives: { code: 'network', message: /^http:\/\/groups\.invalid\/groups\.json cannot be loaded: / },
    console: FAILED_REQUEST,
    takesTime: 'pauses',
  },
  {
    name: 'a port at which nobody listens',
    make: async ({ calm }) => {
      const origin = await closedPort();
      calm.allowOrigin(origin);
      return { list: `${origin}/groups.json` };
    },
    gives: { code: 'network', message: /groups\.json cannot be loaded: / },
    console: FAILED_REQUEST,
    takesTime: 'pauses',
  },
  {
    name: 'another origin that does not share its list',
    make: ({ site }) => {
      site.other.answer('/groups.json', withoutCors(list));
      return { list: `${site.other.url}/groups.json` };
    },
    gives: { code: 'network', message: /groups\.json cannot be loaded: / },
    console: /^error: (Failed to load resource|Access to fetch at .* blocked by CORS policy)/,
    takesTime: 'pauses',
    mend: ({ site }) => site.other.list('/groups.json', small(site.url)),
  },
  {
    name: "a page whose policy does not let the list through",
    make: () => ({ headers: { 'content-security-policy': "connect-src 'self'" }, list: 'http://groups.invalid/groups.json' }),
    gives: { code: 'network', message: /groups\.json cannot be loaded: / },
    console: /^error: .*Content Security Policy/,
    takesTime: 'pauses',
  },
  {
    name: 'a page that has broken fetch',
    make: async ({ page }) => {
      await page.addInitScript(() => void (window.fetch = () => { throw new Error('broken by the page'); }));
    },
    gives: { code: 'network', message: /groups\.json cannot be loaded: broken by the page$/ },
    takesTime: 'pauses',
  },
  {
    name: 'a page whose fetch is an old stand-in, without streams',
    make: async ({ page }) => {
      await page.addInitScript(() => void (window.fetch = async () => ({ ok: true, status: 200 }) as Response));
    },
    gives: { code: 'network', message: /groups\.json cannot be loaded: / },
    takesTime: 'pauses',
  },
];

const midway: Fault[] = [
  ...([
    ['a server that hangs up', cut()],
    ['a list that breaks off half way', cutHalfWay(list)],
    ['a connection that is reset half way', resetHalfWay(list)],
  ] as const).map(([name, answer]): Fault => ({
    name,
    make: ({ site }) => site.answer('/groups.json', answer),
    gives: { code: 'network', message: /\/groups\.json cannot be loaded: / },
    console: FAILED_REQUEST,
    takesTime: 'pauses',
    mend: mendList,
  })),
  ...([
    ['a server that never answers', hang()],
    ['a server that never finishes', drip()],
  ] as const).map(([name, answer]): Fault => ({
    name,
    make: ({ site }) => site.answer('/groups.json', answer),
    gives: { code: 'timeout', message: /\/groups\.json did not answer within 8 seconds$/ },
    takesTime: 'silence',
    mend: mendList,
    check: ({ site }) => expect(site.requests('/groups.json').map(({ dropped }) => dropped)).toEqual([true, true, true]),
  })),
  ...([
    ['hanging up', cut(), 'pauses'],
    ['silence', hang(), 'silence'],
  ] as const).map(([name, answer, takesTime]): Fault => ({
    name: `two times ${name}, then an answer`,
    make: ({ site }) => site.answer('/groups.json', answer, answer, json(small(site.url))),
    gives: { groups: 10 },
    console: FAILED_REQUEST,
    takesTime,
    check: ({ site }) => expect(site.requests('/groups.json')).toHaveLength(3),
  })),
];

const moved: Fault[] = [
  {
    name: 'a list that has moved for good',
    make: ({ site }) => {
      site.answer('/groups.json', movedTo('/new/groups.json'));
      site.list('/new/groups.json', small(site.url));
    },
    gives: { groups: 10 },
  },
  {
    name: 'a list that has moved to where it is',
    make: ({ site }) => site.answer('/groups.json', movedTo('/groups.json')),
    gives: { code: 'network', message: /\/groups\.json cannot be loaded: / },
    console: FAILED_REQUEST,
    takesTime: 'pauses',
    mend: mendList,
  },
  {
    name: 'two addresses of a list that send to each other',
    make: ({ site }) => {
      site.answer('/groups.json', movedTo('/there.json'));
      site.answer('/there.json', movedTo('/groups.json'));
    },
    gives: { code: 'network', message: /\/groups\.json cannot be loaded: / },
    console: FAILED_REQUEST,
    takesTime: 'pauses',
    mend: mendList,
  },
];

for (const fault of [...never, ...midway, ...moved]) test(title(fault), ({ face }) => face(fault));

/** An origin of a port that was free a moment ago. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}
