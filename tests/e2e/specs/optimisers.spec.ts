import type { Page } from '@playwright/test';
import { small } from '../fixtures/lists';
import { bytes } from '../support/answers';
import { element, FALLBACK, page as wholePage, placeholder, script, SCRIPT } from '../support/markup';
import { expect, test, type Site } from '../support/test';

/**
 * Pages as an optimiser leaves them. Each test has the markup that the plugin writes, and where the plugin brings a
 * script of its own, one that does what that one does to our tag.
 */

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

const directoryOf = (more = {}) => element({ list: '/groups.json', ...more });
const others = ['!function(){"use strict";var a=1;window.menu=function(){return a}}()', '(()=>{window.slider=1})()'];

/** What stands in the page's body. */
const order = (page: Page) => page.evaluate(() => [...document.body.children].map((child) => child.localName));

/** The script merged with others, as a file in a cache folder. */
function merged(site: Site, joint: string, name = 'autoptimize_3f2a.js'): string {
  const path = `/wp-content/cache/${name}`;
  site.answer(path, bytes([others[0], site.dist.script.toString().trim(), others[1]].join(joint), 'text/javascript'));
  return path;
}

test.describe('merged with other scripts', () => {
  const joints = { 'a line each': '\n', 'semicolons and lines': ';\n', 'semicolons alone': ';', 'a semicolon and a comment': ';/* next */' };
  for (const [name, joint] of Object.entries(joints))
    test(`with ${name} between them, minified`, async ({ page, site, directory }) => {
      const src = merged(site, joint);
      await page.goto(site.page('/', script({ src }) + directoryOf({ 'asset-base': '/dist/' })));
      await directory.expectCount(10);
      expect(await page.evaluate('[menu(), slider]')).toEqual([1, 1]);
    });

  test('Autoptimize: one deferred file at the end of the page', async ({ page, site, directory }) => {
    const src = merged(site, ';');
    await page.goto(site.page('/', placeholder({ list: '/groups.json', 'asset-base': '/dist/' }) + script({ defer: true, src })));
    await directory.expectCount(10);
  });

  test('WP Rocket: one file that is loaded late, with a word on its bytes', async ({ page, site, directory }) => {
    const src = merged(site, ';\n', 'min/1/c0ffee.js');
    const html = directoryOf({ 'asset-base': '/dist/' }) + script({ src, 'data-minify': 1, defer: true, 'data-rocket-defer': true });
    await page.goto(site.page('/', html));
    await directory.expectCount(10);
  });

  test('with the list and the files on the CDN', async ({ page, site, directory }) => {
    const src = merged(site, ';');
    await page.goto(site.page('/', script({ src, async: true }) + element({ 'asset-base': `${site.other.url}/dist/` })));
    await directory.ready();
    expect(site.other.requests('/dist/groups.json')).toHaveLength(1);
  });

  test('without asset-base it says that it cannot find its module, and what stood there stays', async ({ page, site, directory, events, calm }) => {
    calm.allowFailedRequests();
    await page.goto(site.page('/', script({ src: merged(site, ';') }) + directoryOf()));
    expect((await events.detail('psd-error')).code).toBe('wasm');
    await expect(directory.error).toBeVisible();
    await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  });

  test('written into the page itself', async ({ page, site, directory }) => {
    const inline = `<script>${site.dist.script}</script>`;
    await page.goto(site.page('/', directoryOf({ 'asset-base': '/dist/' }) + inline));
    await directory.expectCount(10);
  });
});

test.describe('the tag rewritten', () => {
  const changes: Record<string, Parameters<typeof script>[0]> = {
    'with defer, WordPress 6.3 and others': { defer: true, 'data-wp-strategy': 'defer' },
    'with async and defer': { async: true, defer: true },
    'with ?ver=, WordPress': { src: `${SCRIPT}?ver=6.7.1`, id: 'peer-support-directory-js' },
    'with a query and a fragment': { src: `${SCRIPT}?ver=1&min=1#x` },
    'without its scheme': { src: `//HOST${SCRIPT}` },
    'with data-cfasync, against Rocket Loader': { 'data-cfasync': 'false', async: true },
    'with the type written out': { type: 'text/javascript' },
    'with the type of old pages': { type: 'application/x-javascript', language: 'javascript' },
    'with crossorigin': { crossorigin: 'anonymous' },
    'with low priority and a nonce': { fetchpriority: 'low', nonce: 'abc123', async: true },
  };
  for (const [name, change] of Object.entries(changes)) {
    const tag = (site: Site, more = {}) => script({ ...change, ...more }).replace('HOST', new URL(site.url).host);

    test(`${name}: before the element`, async ({ page, site, directory }) => {
      await page.goto(site.page('/', tag(site) + directoryOf()));
      await directory.expectCount(10);
    });

    test(`${name}: where a directory is asked of the tag`, async ({ page, site, directory }) => {
      const own = tag(site, { 'data-list': '/groups.json', 'data-label': 'Ours' });
      await page.goto(site.page('/', `<p>Before</p>${own}<p>After</p>`));
      await directory.expectCount(10);
      await expect(directory.title).toHaveText('Ours');
      expect(await order(page)).toEqual(['p', 'script', 'peer-support-directory', 'p']);
    });
  }
});

test.describe('the tag moved', () => {
  test('to the end of the page', async ({ page, site, directory }) => {
    await page.goto(site.page('/', `${directoryOf()}<footer>Footer</footer>${script()}`));
    await directory.expectCount(10);
  });

  test('into the head', async ({ page, site, directory }) => {
    await page.goto(site.page('/', wholePage(directoryOf(), { head: script() })));
    await directory.expectCount(10);
  });

  test('into the head, from where a directory was to stand: it has no place any more, and nothing breaks', async ({ page, site }) => {
    await page.goto(site.page('/', wholePage('<p>Text</p>', { head: script({ 'data-list': '/groups.json' }) })));
    await page.evaluate(() => customElements.whenDefined('peer-support-directory').then(() => null));
    await expect(page.locator('peer-support-directory')).toHaveCount(0);
  });

  test('to the end of the page, from where a directory was to stand: it stands there', async ({ page, site, directory }) => {
    await page.goto(site.page('/', `<main>Text</main><footer>Footer</footer>${script({ defer: true, 'data-list': '/groups.json' })}`));
    await directory.expectCount(10);
    await expect(page.locator('footer + script + peer-support-directory')).toHaveCount(1);
  });
});

/**
 * Optimisers that stop scripts first and run them later. Each entry has how the tag is written, and the function that
 * the plugin runs in the page after the visitor's first move.
 */
interface Delayed {
  /** The tag as the plugin writes it. */
  rewrite: (tag: string) => string;
  revive: () => void;
}

const delayed: Record<string, Delayed> = {
  // A new element takes all attributes and the place of the old one.
  'LiteSpeed Cache': {
    rewrite: (tag) => tag.replace(' src=', ' type="litespeed/javascript" data-src='),
    revive: () => {
      for (const old of document.querySelectorAll<HTMLScriptElement>('script[type="litespeed/javascript"]')) {
        const fresh = document.createElement('script');
        for (const { name, value } of [...old.attributes]) if (name !== 'type' && name !== 'data-src') fresh.setAttribute(name, value);
        fresh.src = old.dataset.src!;
        old.replaceWith(fresh);
      }
    },
  },
  'WP Rocket': {
    rewrite: (tag) => tag.replace(' src=', ' type="rocketlazyloadscript" data-rocket-src='),
    revive: () => {
      for (const old of document.querySelectorAll<HTMLScriptElement>('script[type="rocketlazyloadscript"]')) {
        const fresh = document.createElement('script');
        for (const { name, value } of [...old.attributes]) {
          if (name === 'type') continue;
          fresh.setAttribute(name === 'data-rocket-src' ? 'src' : name, value);
        }
        old.parentNode!.replaceChild(fresh, old);
      }
    },
  },
  // The old element stays; its clone, put in before it, runs.
  'Cloudflare Rocket Loader': {
    rewrite: (tag) => tag.replace('<script', '<script type="1a2b3c4d-text/javascript"'),
    revive: () => {
      for (const old of document.querySelectorAll<HTMLScriptElement>('script[type$="-text/javascript"]')) {
        const fresh = document.createElement('script');
        for (const { name, value } of [...old.attributes]) fresh.setAttribute(name, value);
        fresh.type = 'text/javascript';
        old.before(fresh);
        old.remove();
      }
    },
  },
  // The element itself gets its address, where it stands.
  'Flying Scripts': {
    rewrite: (tag) => tag.replace(' src=', ' data-type="lazy" data-src='),
    revive: () => {
      for (const tag of document.querySelectorAll<HTMLScriptElement>('script[data-type="lazy"]')) tag.src = tag.dataset.src!;
    },
  },
};

/** The visitor's first move, for which the plugin has waited. */
async function wake(page: Page, revive: () => void) {
  await page.evaluate(`addEventListener('mousemove', ${revive}, { once: true })`);
  await page.mouse.move(20, 20);
}

for (const [name, { rewrite, revive }] of Object.entries(delayed)) {
  test.describe(`${name}, which runs scripts late`, () => {
    const open = async (page: Page, site: Site, html: string) => {
      await page.goto(site.page('/', html));
      expect(site.requests(SCRIPT)).toHaveLength(0);
    };

    test('the element: its content shows until then', async ({ page, site, directory }) => {
      await open(page, site, rewrite(script({ async: true })) + directoryOf());
      await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
      await wake(page, revive);
      await directory.expectCount(10);
    });

    test('a placeholder', async ({ page, site, directory }) => {
      await open(page, site, rewrite(script()) + placeholder({ list: '/groups.json' }));
      await wake(page, revive);
      await directory.expectCount(10);
    });

    test('a directory where the tag stands', async ({ page, site, directory }) => {
      await open(page, site, `<h1>Before</h1>${rewrite(script({ 'data-list': '/groups.json', 'data-page-size': 2 }))}<p>After</p>`);
      await wake(page, revive);
      await directory.expectCount(10);
      await expect(directory.cards).toHaveCount(2);
      expect(await order(page)).toEqual(['h1', 'script', 'peer-support-directory', 'p']);
    });

    test('twice, as pages have it that were put together from pieces', async ({ page, site, directory }) => {
      await open(page, site, rewrite(script()) + directoryOf() + rewrite(script({ async: true })));
      await wake(page, revive);
      await directory.expectCount(10);
      await expect(page.locator('peer-support-directory')).toHaveCount(1);
    });
  });
}

test.describe('as a module, which never knows its own tag', () => {
  test('it finds its files beside the tag that names it', async ({ page, site, directory }) => {
    await page.goto(site.page('/page/', element({ list: '/groups.json' }) + script({ type: 'module', src: SCRIPT })));
    await directory.expectCount(10);
  });

  test('it puts a directory where the tag stands', async ({ page, site, directory }) => {
    await page.goto(site.page('/page/', `<h1>Before</h1>${script({ type: 'module', src: SCRIPT, 'data-list': '/groups.json' })}<p>After</p>`));
    await directory.expectCount(10);
    expect(await order(page)).toEqual(['h1', 'script', 'peer-support-directory', 'p']);
  });
});

test.describe('run by another script', () => {
  const tags = {
    'by import()': '<script>import("/dist/peer-support-directory.js")</script>',
    'by fetch() and a script of text': `<script>fetch("${SCRIPT}").then((answer) => answer.text()).then((text) => {
      const script = document.createElement("script"); script.text = text; document.head.append(script); })</script>`,
    'from a blob': `<script>fetch("${SCRIPT}").then((answer) => answer.blob()).then((blob) => {
      const script = document.createElement("script"); script.src = URL.createObjectURL(blob); document.head.append(script); })</script>`,
    'from a data: address': `<script>fetch("${SCRIPT}").then((answer) => answer.text()).then((text) => {
      const script = document.createElement("script"); script.src = "data:text/javascript," + encodeURIComponent(text); document.body.append(script); })</script>`,
  };
  for (const [name, tag] of Object.entries(tags)) {
    test(`${name}: asset-base says where its files are`, async ({ page, site, directory }) => {
      await page.goto(site.page('/', directoryOf({ 'asset-base': '/dist/' }) + tag));
      await directory.expectCount(10);
    });

    test(`${name}, without asset-base: the message, and what stood there stays`, async ({ page, site, directory, events, calm }) => {
      calm.allowFailedRequests();
      await page.goto(site.page('/page/', element({ list: '/groups.json' }, FALLBACK) + tag));
      expect((await events.detail('psd-error')).code).toBe('wasm');
      await expect(directory.error).toBeVisible();
      await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
    });
  }
});
