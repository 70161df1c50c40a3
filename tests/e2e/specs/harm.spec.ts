import type { Page } from '@playwright/test';
import { large, small } from '../fixtures/lists';
import { hang, held, json } from '../support/answers';
import { builtIns } from '../support/host-page';
import { element, embed, page as wholePage, script } from '../support/markup';
import { expect, test } from '../support/test';

/** "No global beyond the element's registration, no change outside the element, no style leak in or out, nothing blocking." */

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

test('no global is added, and none is changed', async ({ page, site, directory }) => {
  await page.goto(site.page('/plain', '<p>Nothing here</p>'));
  const before = await page.evaluate(builtIns);
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  expect(await page.evaluate(builtIns)).toEqual(before);
});

test('nothing outside the element changes', async ({ page, site, directory }) => {
  await page.goto(site.page('/', `<h1>Ours</h1><p style="color: red">Text</p>${script()}<footer>End</footer>`));
  await page.evaluate((html) => {
    const host = document.createElement('div');
    document.querySelector('footer')!.before(host);
    host.innerHTML = html;
    const changes: string[] = [];
    Object.assign(window, { changes, sheets: document.adoptedStyleSheets.length + document.styleSheets.length });
    new MutationObserver((records) => {
      for (const { type, target, attributeName } of records)
        if ((target as Element).localName !== 'peer-support-directory') changes.push(`${type} ${attributeName} on ${target.nodeName}`);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }, element({ list: '/groups.json' }));
  await directory.ready();
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.more('Tongue Talk').click();
  await directory.explainer.click();
  await directory.clearAll.click();
  await directory.expectCount(10);
  expect(await page.evaluate('changes')).toEqual([]);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length + document.styleSheets.length)).toBe(await page.evaluate('sheets'));
});

test('the attributes and the content that the partner wrote stay as they were', async ({ page, site, directory }) => {
  await page.goto(site.page('/', embed({ label: 'Ours', id: 'here', class: 'wide' })));
  await directory.ready();
  const { attributes, html } = await directory.host.evaluate((host) => ({
    attributes: ['label', 'id', 'class', 'list'].map((name) => host.getAttribute(name)),
    html: host.innerHTML,
  }));
  expect(attributes).toEqual(['Ours', 'here', 'wide', '/groups.json']);
  expect(html).toBe('<a href="/support">See our support groups</a>');
});

test.describe('styles', () => {
  const samples = '<h1>H</h1><h2>H</h2><p>P <a href="#x">link</a></p><ul><li>L</li></ul><button>B</button><form><fieldset><legend>L</legend><input type="search"><input type="checkbox"></fieldset></form>';

  test('do not leak out', async ({ page, site, directory }) => {
    const computed = () =>
      page.evaluate(() =>
        [document.documentElement, document.body, ...document.querySelectorAll('#samples *')].map((one) => {
          const style = getComputedStyle(one);
          // Sizes of the page as a whole follow its content.
          return one.nodeName + [...style].filter((name) => !/size|height|origin|inset|bottom/.test(name)).map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
        }),
      );
    await page.goto(site.page('/', `<div id="samples">${samples}</div><div id="here"></div>`));
    const before = await computed();
    await page.evaluate((src) => document.head.append(Object.assign(document.createElement('script'), { src })), '/dist/peer-support-directory.js');
    await page.evaluate((html) => (document.getElementById('here')!.innerHTML = html), element({ list: '/groups.json' }));
    await directory.ready();
    expect(await computed()).toEqual(before);
  });

  test('of a hostile page do not leak in', async ({ page, site, directory }) => {
    const head = `<style>
      h1, h2, h3, h4, h5, h6, button, input, label, fieldset, legend, ul, li, article, section, form, a, p, span {
        display: none !important; color: yellow !important; background: yellow !important; font-size: 3px !important;
        position: fixed !important; text-transform: uppercase !important; float: right !important; opacity: 0 !important; }
      * { text-transform: uppercase; text-indent: 9em; text-align: right; list-style: square; cursor: wait; white-space: nowrap; word-spacing: 2em; }
    </style>`;
    const looks = async () => {
      await directory.ready();
      return {
        title: await look(page, 'title'),
        card: await look(page, 'card'),
        name: await look(page, 'card-title'),
        button: await look(page, 'button'),
      };
    };
    await page.goto(site.page('/calm', wholePage(embed())));
    const before = await looks();
    await page.goto(site.page('/hostile', wholePage(embed(), { head })));
    expect(await looks()).toEqual(before);
  });
});

/** How the first part of a name looks: what a hostile rule would change first. */
async function look(page: Page, part: string): Promise<Record<string, string>> {
  return page.locator(`peer-support-directory [part~="${part}"]`).first().evaluate((one) => {
    const style = getComputedStyle(one);
    const names = ['display', 'color', 'background-color', 'font-size', 'position', 'text-transform', 'text-indent', 'text-align', 'opacity', 'float', 'white-space', 'word-spacing', 'list-style-type'];
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
  });
}

test.describe('the page\'s own load', () => {
  test('does not wait for the list or the module', async ({ page, site, directory }) => {
    site.answer('/groups.json', hang());
    site.answer(`/dist/${site.dist.wasmName}`, hang());
    await page.goto(site.page('/', script() + element({ list: '/groups.json' })), { waitUntil: 'load' });
    await expect.poll(() => site.requests('/groups.json').length).toBe(1);
    expect(await page.evaluate(() => document.readyState)).toBe('complete');
    await expect(directory.resultsHeading).toHaveCount(0);
  });

  test('goes on while a list of ten thousand is read: the page has its turn all along', async ({ page, site, directory }) => {
    const list = held(json(large()));
    site.answer('/large.json', list.answer);
    await page.goto(site.page('/', embed({ list: '/large.json' })));
    await expect.poll(() => site.requests('/large.json').length).toBe(1);
    // The moments at which the page can do something, from a task of its own to the next, until a card is there.
    await directory.host.evaluate((host) => {
      const turns: number[] = [];
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        turns.push(performance.now());
        if (!host.shadowRoot!.querySelector('.card')) port2.postMessage(undefined);
      };
      port2.postMessage(undefined);
      Object.assign(window, { turns });
    });
    list.release();
    await directory.expectCount(10000);
    const turns = await page.evaluate<number[]>('turns');
    const gaps = turns.slice(1).map((turn, place) => turn - turns[place]!);
    const all = turns.at(-1)! - turns[0]!;
    expect(Math.max(...gaps), `of ${all} ms with ${gaps.length} turns`).toBeLessThan(all / 2);
    await directory.search.fill('group 9999');
    await directory.expectCount(1);
  });
});
