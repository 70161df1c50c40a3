import { small } from '../../fixtures/lists';
import { json, status } from '../../support/answers';
import { FAILED_REQUEST, mendList, test, title, type Fault } from '../../support/faults';
import { noteFetches } from '../../support/fetches';
import { expect } from '../../support/test';

/** Servers that answer, and say no. A status that may pass is asked again; the others are not. */

const refuses = (code: number, headers = {}, tries = 1): Fault => ({
  name: `status ${code}`,
  make: ({ site }) => site.answer('/groups.json', status(code, headers)),
  gives: { code: 'status', message: new RegExp(`/groups\\.json answered with status ${code}$`) },
  console: FAILED_REQUEST,
  takesTime: tries > 1 ? 'pauses' : undefined,
  mend: mendList,
  check: ({ site }) => expect(site.requests('/groups.json')).toHaveLength(tries),
});

const faults: Fault[] = [
  ...[400, 403, 404, 410].map((code) => refuses(code)),
  refuses(401, { 'www-authenticate': 'Bearer' }),
  // Chromium asks again by itself too.
  { ...refuses(408, {}, 3), check: undefined },
  ...[429, 500, 503].map((code) => refuses(code, {}, 3)),
  { ...refuses(429, { 'retry-after': '60' }), name: 'status 429, which asks for a minute: no more tries' },
  { ...refuses(503, { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }), name: 'status 503 until a day far away: no more tries' },
  { ...refuses(429, { 'retry-after': 'in a while' }, 3), name: 'status 429, which asks for nobody knows what' },
  ...[1, 2].map(
    (times): Fault => ({
      name: `status 500 at the first ${times === 1 ? 'try' : 'two tries'}`,
      make: ({ site }) => site.answer('/groups.json', ...Array(times).fill(status(500)), json(small(site.url))),
      gives: { groups: 10 },
      console: FAILED_REQUEST,
      takesTime: 'pauses',
      check: ({ site }) => expect(site.requests('/groups.json')).toHaveLength(times + 1),
    }),
  ),
  {
    name: 'status 204, which has no content',
    make: ({ site }) => site.answer('/groups.json', status(204)),
    gives: { code: 'not-a-list', message: /too early at line 1 column 0/ },
    mend: mendList,
  },
];

for (const fault of faults) test(title(fault), ({ face }) => face(fault));

const NOW = new Date('2026-11-23T12:00:00Z');
const pauses: [name: string, header: string][] = [
  ['in seconds', '6'],
  ['as a date', 'Mon, 23 Nov 2026 12:00:06 GMT'],
];
for (const [name, header] of pauses)
  test(`status 429, which asks for six seconds, ${name}: 10 groups, and no try before`, async ({ face, page }) => {
    const fetches = await noteFetches(page);
    await face({
      name,
      make: async ({ site }) => {
        await page.clock.setSystemTime(NOW);
        site.answer('/groups.json', status(429, { 'retry-after': header }), json(small(site.url)));
      },
      gives: { groups: 10 },
      console: FAILED_REQUEST,
      takesTime: 'pauses',
      check: async () => {
        const tries = await fetches();
        expect(tries).toHaveLength(2);
        const pause = tries[1].start - (name === 'in seconds' ? tries[0].start : NOW.getTime());
        expect(pause).toBeGreaterThanOrEqual(6_000);
        expect(pause).toBeLessThan(8_000);
      },
    });
  });
