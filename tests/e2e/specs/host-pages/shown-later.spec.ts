import { DIRECTORY, SAME_FONT } from '../../fixtures/host-pages/pages';
import { SUNDAY } from '../../fixtures/meetings';
import { rich } from '../../fixtures/rich';
import { differences, layout } from '../../support/looks';
import { page as wholePage, script } from '../../support/markup';
import { expect, test } from '../../support/test';

/** A directory that becomes ready where nobody sees it: when it is shown it looks as if it had always been. */

const STYLE = `<style>body { margin: 0 } ${SAME_FONT}</style>`;

test.beforeEach(async ({ page, site }) => {
  await page.clock.setFixedTime(new Date(SUNDAY));
  site.list('/groups.json', rich(site.url));
});

interface Hidden {
  body: string;
  /** Shows it, in the page. */
  show: string;
}

const SHOW_PANEL = `document.querySelector('#panel')`;

const hidden: Record<string, Hidden> = {
  'a closed <details>': { body: `<details><summary>Our groups</summary>${DIRECTORY}</details>`, show: `document.querySelector('details').open = true` },
  'a tab that is not chosen': { body: `<div id="panel" style="display: none">${DIRECTORY}</div>`, show: `${SHOW_PANEL}.style.display = 'block'` },
  'a tab of a [hidden] panel': { body: `<div id="panel" hidden>${DIRECTORY}</div>`, show: `${SHOW_PANEL}.hidden = false` },
  'a panel until it is found': { body: `<div id="panel" hidden="until-found">${DIRECTORY}</div>`, show: `${SHOW_PANEL}.hidden = false` },
  'a panel that is invisible': { body: `<div id="panel" style="visibility: hidden">${DIRECTORY}</div>`, show: `${SHOW_PANEL}.style.visibility = ''` },
  'a panel of no width': { body: `<div id="panel" style="width: 0; overflow: hidden">${DIRECTORY}</div>`, show: `${SHOW_PANEL}.style.width = ''` },
  'what is far below': { body: `<div style="height: 9000px" id="above"></div><div style="content-visibility: auto">${DIRECTORY}</div>`, show: `document.querySelector('#above').remove()` },
  'its own attribute hidden': { body: DIRECTORY.replace('>', ' hidden>'), show: `document.querySelector('peer-support-directory').hidden = false` },
};

for (const [name, { body, show }] of Object.entries(hidden))
  test(`in ${name}`, async ({ page, site, directory, events }) => {
    await page.goto(site.page('/plain', wholePage(script({ async: true }) + DIRECTORY, { head: STYLE })));
    const plain = await layout(await directory.ready());
    await page.goto(site.page('/', wholePage(script({ async: true }) + body, { head: STYLE })));
    await events.detail('psd-ready');
    await expect(directory.resultsHeading).not.toBeInViewport();
    await page.evaluate(show);
    await directory.ready();
    await expect.poll(async () => differences(plain, await layout(directory))).toEqual([]);
    await directory.choose('Day', 'Monday');
    await expect(directory.chip('Monday')).toBeVisible();
  });

test('in a dialog that opens later', async ({ page, site, directory, events }) => {
  const body = `<button>Open</button><dialog style="width: 600px"><button autofocus>Close</button>${DIRECTORY}</dialog>`;
  await page.goto(site.page('/', wholePage(script({ async: true }) + body, { head: STYLE })));
  await events.detail('psd-ready');
  await page.evaluate(() => document.querySelector('dialog')!.showModal());
  await directory.ready();
  await directory.filterDisclosure.click();
  await directory.showResults.click();
  await expect(directory.resultsHeading).toBeFocused();
  await expect(directory.resultsHeading).toBeInViewport();
  // The dialog's own key still works from inside.
  await page.keyboard.press('Escape');
  await expect(directory.host).toBeHidden();
});
