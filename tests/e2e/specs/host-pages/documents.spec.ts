import type { Page } from '@playwright/test';
import type { Directory } from '../../directory';
import { DIRECTORY, SAME_FONT } from '../../fixtures/host-pages/pages';
import { SUNDAY } from '../../fixtures/meetings';
import { rich } from '../../fixtures/rich';
import { differences, layout } from '../../support/looks';
import { embed, page as wholePage, script } from '../../support/markup';
import { expect, test, type Site } from '../../support/test';

/** Trees within trees: shadow roots, templates, frames and other documents. */

const STYLE = `<style>body { margin: 0 } ${SAME_FONT}</style>`;
const HOSTILE = '<style>* { all: unset !important } div { display: block !important }</style>';

test.beforeEach(async ({ page, site }) => {
  await page.clock.setFixedTime(new Date(SUNDAY));
  site.list('/groups.json', rich(site.url));
});

async function plainLayout(page: Page, site: Site, directory: Directory): Promise<string[]> {
  await page.goto(site.page('/plain', wholePage(script({ async: true }) + DIRECTORY, { head: STYLE })));
  return layout(await directory.ready());
}

/** It shows as on a plain page, and answers. */
async function expectAtHome(directory: Directory, plain: string[]) {
  await directory.ready();
  expect(differences(plain, await layout(directory))).toEqual([]);
  await directory.choose('Day', 'Monday');
  await expect(directory.chip('Monday')).toBeVisible();
}

test('in an open shadow root with hostile styles of its own', async ({ page, site, directory, events }) => {
  const plain = await plainLayout(page, site, directory);
  await page.goto(site.page('/', wholePage(`${script()}<div id="outer"></div>`, { head: STYLE })));
  await page.evaluate((html) => (document.getElementById('outer')!.attachShadow({ mode: 'open' }).innerHTML = html), STYLE + HOSTILE + DIRECTORY);
  await expectAtHome(directory, plain);
  expect(await events.of('psd-ready')).toHaveLength(1);
});

test('in a closed shadow root', async ({ page, site, directory }) => {
  const plain = await plainLayout(page, site, directory);
  await page.goto(site.page('/', wholePage(`${script()}<div id="outer"></div>`, { head: STYLE })));
  const host = await page.evaluateHandle((html) => {
    const root = document.getElementById('outer')!.attachShadow({ mode: 'closed' });
    root.innerHTML = html;
    return root.querySelector('peer-support-directory')!;
  }, STYLE + DIRECTORY);
  // No locator sees into a closed root: the same is asked by hand.
  await expect.poll(() => host.evaluate((one) => one.shadowRoot!.querySelectorAll('[part~="card"]').length)).toBe(4);
  const inside = await host.evaluate((one) => [...one.shadowRoot!.querySelector('.root')!.querySelectorAll('*:not(svg *)')].length);
  expect(inside + 1).toBe(plain.length);
  await host.evaluate((one) => one.shadowRoot!.querySelector<HTMLElement>('[part~="search"]')!.focus());
  await page.keyboard.type('wednesday');
  await expect.poll(() => host.evaluate((one) => one.shadowRoot!.querySelectorAll('[part~="card"]').length)).toBe(1);
});

test('in a shadow root that the page\'s HTML declares', async ({ page, site, directory }) => {
  const plain = await plainLayout(page, site, directory);
  const body = `${script({ async: true })}<div><template shadowrootmode="open">${STYLE}${DIRECTORY}</template></div>`;
  await page.goto(site.page('/', wholePage(body, { head: STYLE })));
  await expectAtHome(directory, plain);
});

for (const way of ['cloneNode', 'importNode'] as const)
  test(`in a template cloned later, by ${way}, twice`, async ({ page, site, directory }) => {
    const plain = await plainLayout(page, site, directory);
    await page.goto(site.page('/', wholePage(`${script()}<template>${DIRECTORY}</template>`, { head: STYLE })));
    await page.evaluate((how) => {
      const { content } = document.querySelector('template')!;
      for (let time = 0; time < 2; time += 1) document.body.append(how === 'cloneNode' ? content.cloneNode(true) : document.importNode(content, true));
    }, way);
    await directory.nth(1).ready();
    await expectAtHome(directory, plain);
    expect(site.requests('/groups.json'), 'one list for both, and one for the plain page').toHaveLength(2);
  });

test('a copy of a directory that shows is a directory of its own', async ({ page, site, directory }) => {
  await plainLayout(page, site, directory);
  await directory.host.evaluate((host) => host.after(host.cloneNode(true)));
  const copy = await directory.nth(1).ready();
  await copy.choose('Day', 'Monday');
  await expect(directory.chip('Monday')).toHaveCount(0);
  await expect(copy.region).toHaveAccessibleName('Peer support groups 2');
});

test('in a frame: it fits the frame, and its links open at the top level', async ({ page, site }) => {
  site.page('/frame', embed());
  site.page('/join/wednesday-circle', '<h1>Joined</h1>');
  await page.goto(site.page('/', '<iframe src="/frame" width="340" height="600"></iframe>'));
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: '11 results' })).toBeVisible();
  const [inner, outer] = await frame.locator('html').evaluate((html) => [html.scrollWidth, html.clientWidth]);
  expect(inner).toBe(outer);
  await frame.getByRole('button', { name: /^Filter groups/ }).click();
  await frame.getByRole('button', { name: 'Show 11 results' }).click();
  await expect(frame.getByRole('heading', { name: '11 results' })).toBeFocused();
  await expect(frame.getByRole('heading', { name: '11 results' })).toBeInViewport();
  await frame.getByRole('link', { name: /^Join Wednesday Circle/ }).click();
  await expect(page).toHaveURL(site.url + '/join/wednesday-circle');
});

test('moved into a frame and back: it shows, answers, and keeps what was chosen', async ({ page, site, directory }) => {
  const plain = await plainLayout(page, site, directory);
  await page.goto(site.page('/', wholePage(`${script({ async: true })}${DIRECTORY}<iframe width="1280" height="600" style="border: 0"></iframe>`, { head: STYLE })));
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.host.evaluate((host, style) => {
    const { contentDocument } = document.querySelector('iframe')!;
    contentDocument!.head.innerHTML = style;
    contentDocument!.body.append(host);
  }, STYLE);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Remove filter: Monday' }).click();
  await expect(frame.getByRole('heading', { name: '8 results' })).toBeVisible();
  // The status comes last.
  await expect(frame.getByRole('status').first()).toBeAttached();
  const inFrame = await layout({ host: frame.locator('peer-support-directory') });
  expect(differences(plain, inFrame)).toEqual([]);
  await frame.locator('peer-support-directory').evaluate((host) => parent.document.body.prepend(host));
  await expectAtHome(directory, plain);
});

test('moved into a template and back: it starts anew', async ({ page, site, directory }) => {
  const plain = await plainLayout(page, site, directory);
  await directory.host.evaluate(async (host) => {
    const template = document.createElement('template');
    template.content.append(host);
    await new Promise((later) => setTimeout(later, 50));
    document.body.append(template.content);
  });
  await expectAtHome(directory, plain);
});
