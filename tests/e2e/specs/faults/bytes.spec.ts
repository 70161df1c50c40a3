import type { Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { small } from '../../fixtures/lists';
import { bytes, gzipBomb, gzipped, json, typed } from '../../support/answers';
import { FAILED_REQUEST, mendList, test, title, type Fault, type World } from '../../support/faults';
import { expect } from '../../support/test';

/** Answers that come, and whose bytes are too many, or in another encoding, or say something else of themselves. */

const LIMIT = 5_000_000;
const TOO_LARGE = { code: 'too-large', message: /\/groups\.json is larger than 5000000 bytes$/ } as const;

/** A list of one group with exactly so many bytes. */
function ofSize(size: number): string {
  const list = JSON.stringify({ groups: [{ id: 'a', name: 'Big' }] });
  return list + ' '.repeat(size - list.length);
}

const whole = ({ site }: World) => JSON.stringify(small(site.url));
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

const size: Fault[] = [
  { name: 'exactly 5,000,000 bytes', make: ({ site }) => site.answer('/groups.json', json(ofSize(LIMIT))), gives: { groups: 1 } },
  { name: 'exactly 5,000,000 bytes once decoded', make: ({ site }) => site.answer('/groups.json', gzipped(ofSize(LIMIT))), gives: { groups: 1 } },
  { name: 'one byte more', make: ({ site }) => site.answer('/groups.json', json(ofSize(LIMIT + 1))), gives: TOO_LARGE, mend: mendList },
  { name: 'one byte more once decoded', make: ({ site }) => site.answer('/groups.json', gzipped(ofSize(LIMIT + 1))), gives: TOO_LARGE, mend: mendList },
];

const encoding: Fault[] = [
  {
    name: 'a byte order mark before the list',
    make: (world) => world.site.answer('/groups.json', json(`\uFEFF${whole(world)}`)),
    gives: { groups: 10 },
  },
  ...([
    ['UTF-16', (text: string) => utf16(text)],
    ['UTF-16 with its bytes the other way round', (text: string) => utf16(text).swap16()],
  ] as const).map(([name, encoded]): Fault => ({
    name,
    make: (world) => world.site.answer('/groups.json', bytes(encoded(whole(world)), 'application/json')),
    gives: { code: 'not-a-list', message: /^The list is saved as UTF-16; save it as UTF-8\.$/ },
    mend: mendList,
  })),
  {
    name: 'bytes that are no UTF-8',
    make: ({ site }) => site.answer('/groups.json', bytes(Buffer.from('{"groups":[{"id":"a","name":"Caf\xE9"}]}', 'latin1'), 'application/json')),
    gives: { groups: 1, problems: [{ path: 'line 1, column 33', message: 'bytes that are no UTF-8 were replaced' }] },
    check: async ({ page }) => expect(page.getByRole('heading', { name: 'Caf\uFFFD' })).toBeVisible(),
  },
  {
    name: 'a list that says it is compressed, and is not',
    make: (world) => world.site.answer('/groups.json', bytes(whole(world), 'application/json', { 'content-encoding': 'gzip' })),
    gives: { code: 'network', message: /\/groups\.json cannot be loaded: / },
    console: FAILED_REQUEST,
    takesTime: 'pauses',
    mend: mendList,
  },
  {
    name: 'a compressed list that does not say so',
    make: (world) => world.site.answer('/groups.json', bytes(gzipSync(whole(world)), 'application/gzip')),
    gives: { code: 'not-a-list', message: /^The list is not valid JSON: .* at line 1 column 1\.$/ },
    mend: mendList,
  },
];

const types = ['text/plain', 'text/html', 'application/octet-stream', 'image/png'].map(
  (type): Fault => ({
    name: `a list that is served as ${type}`,
    make: (world) => world.site.answer('/groups.json', typed(whole(world), type)),
    gives: { groups: 10 },
  }),
);

for (const fault of [...size, ...encoding, ...types]) test(title(fault), ({ face }) => face(fault));

test('a gzip bomb: psd-error "too-large", before more than the limit is held, and the server sees the browser hang up', async ({ face, page }) => {
  const taken = await noteBytes(page);
  await face({
    name: 'a gzip bomb',
    make: ({ site }) => site.answer('/groups.json', gzipBomb()),
    gives: TOO_LARGE,
    mend: mendList,
    check: async ({ site }) => {
      await expect.poll(() => site.requests('/groups.json').map(({ dropped }) => dropped)).toEqual([true]);
      // What the browser gives at once may go beyond the limit by that much.
      expect(await taken()).toBeGreaterThan(LIMIT);
      expect(await taken()).toBeLessThan(LIMIT * 1.5);
    },
  });
});

/** Counts the bytes that scripts read of answers, in every page that opens from now on. */
async function noteBytes(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    let taken = 0;
    Object.defineProperty(window, Symbol.for('taken'), { get: () => taken });
    const { read } = ReadableStreamDefaultReader.prototype;
    ReadableStreamDefaultReader.prototype.read = async function (this: ReadableStreamDefaultReader<Uint8Array>) {
      const result = await read.call(this);
      taken += result.value?.length ?? 0;
      return result;
    };
  });
  return () => page.evaluate(() => (window as never)[Symbol.for('taken')]);
}
