import { large, small } from '../../fixtures/lists';
import { type Answer, bytes, cut, hang, status } from '../../support/answers';
import { mendList, test, title, type Fault, type World } from '../../support/faults';
import type { Site } from '../../support/test';
import { growingBy, modulePath, serveModule } from '../../support/wasm';

/** The WebAssembly that is missing, refused, or not what was built; and memory that there is not. */

const asModule = (body: Buffer) => bytes(body, 'application/wasm');
const built = (site: Site) => site.dist.file(site.dist.wasmName);
const mend = ({ site }: World) => site.answer(modulePath(site), asModule(built(site)));
/** What Chromium writes of bytes that are not those that were promised, whatever the status that they came with. */
const OTHER_BYTES = /^error: (Failed to load resource|Failed to find a valid digest in the 'integrity' attribute|Fetch API cannot load .*SRI's integrity)/;
/** A custom section that means nothing: the module stays valid, and is no longer the one that was built. */
const NOTHING = Buffer.from([0, 3, 1, 0x78, 0]);

const corrupted = (module: Buffer) => {
  const copy = Buffer.from(module);
  copy[copy.length >> 1] ^= 1;
  return copy;
};

const CANNOT = /cannot be loaded: /;

const answers: [name: string, answer: (site: Site) => Answer, message?: RegExp, more?: Partial<Fault>][] = [
  ['is not there', () => status(404)],
  ['cannot be had', () => cut()],
  ['never comes', () => hang(), /did not answer within 32 seconds$/, { takesTime: 'silence', console: undefined }],
  ['is a web page', () => bytes('<!doctype html><title>Not found</title>', 'text/html')],
  ['is cut short', (site) => asModule(built(site).subarray(0, 5000))],
  ['has one bit that is wrong', (site) => asModule(corrupted(built(site)))],
  ['is good but not the one that was built', (site) => asModule(Buffer.concat([built(site), NOTHING]))],
];

const modules = answers.map(
  ([name, answer, message = CANNOT, more]): Fault => ({
    name: `a module that ${name}`,
    make: ({ site }) => site.answer(modulePath(site), answer(site)),
    gives: { code: 'wasm', message: new RegExp(`^the WebAssembly module cannot be used: http.*\\.wasm ${message.source}`) },
    console: OTHER_BYTES,
    takesTime: 'pauses',
    mend,
    ...more,
  }),
);

const refused: Fault[] = [
  {
    name: 'a module of the wrong MIME type, as many hosts do not know the right one',
    make: ({ site }) => site.answer(modulePath(site), bytes(built(site), 'application/octet-stream')),
    gives: { groups: 10 },
  },
  {
    name: 'a module that comes at the second try',
    make: ({ site }) => site.answer(modulePath(site), status(503), asModule(built(site))),
    gives: { groups: 10 },
    console: OTHER_BYTES,
    takesTime: 'pauses',
  },
  {
    name: 'a browser without WebAssembly',
    make: async ({ page }) => {
      await page.addInitScript('delete globalThis.WebAssembly');
    },
    gives: { code: 'unsupported', message: /^this browser has no WebAssembly$/ },
  },
  {
    name: 'a policy that refuses WebAssembly',
    make: () => ({ headers: { 'content-security-policy': "script-src 'self'; object-src 'none'" } }),
    gives: { code: 'wasm', message: /^the WebAssembly module cannot be used: .*Content Security Policy/ },
    console: /Content Security Policy/,
  },
];

const TOO_LITTLE = { code: 'wasm', message: /^the WebAssembly module stopped after an error$/ } as const;

const memory: Fault[] = [
  {
    name: 'a browser that has no memory for the module',
    make: async ({ page }) => {
      await page.addInitScript(() => {
        const { instantiate } = WebAssembly;
        const fail = async () => {
          WebAssembly.instantiate = instantiate;
          throw new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance');
        };
        WebAssembly.instantiate = fail as typeof instantiate;
      });
    },
    gives: { code: 'wasm', message: /^the WebAssembly module cannot be used: .*Out of memory/ },
    mend: () => {}, // it has some by now
  },
  {
    name: 'a memory that cannot grow',
    make: ({ site }) => serveModule(site, growingBy(0)),
    gives: TOO_LITTLE,
  },
  {
    name: 'a list that the memory cannot take in',
    make: ({ site }) => {
      serveModule(site, growingBy(24));
      site.list('/groups.json', large());
    },
    gives: TOO_LITTLE,
    mend: mendList,
  },
  {
    name: 'a list that the memory takes in but not what is made of it',
    make: ({ site }) => {
      serveModule(site, growingBy(80));
      site.list('/groups.json', large());
    },
    gives: TOO_LITTLE,
    mend: mendList,
  },
  {
    name: 'a memory that is just enough',
    make: ({ site }) => {
      serveModule(site, growingBy(24));
      site.list('/groups.json', small(site.url));
    },
    gives: { groups: 10 },
  },
];

for (const fault of [...modules, ...refused, ...memory]) test(title(fault), ({ face }) => face(fault));
