import type { Page } from '@playwright/test';
import type { Directory } from '../directory';
import { plain, small } from '../fixtures/lists';
import { element, script } from '../support/markup';
import { expect, test, type Site } from '../support/test';

/**
 * "No exception escapes." An event can reach what the directory has just taken away, or come while the one before is
 * handled: it does nothing, and no directory of the page stops for it.
 */

/** Two directories of one instance. */
async function openTwo(page: Page, site: Site, directory: Directory): Promise<Directory> {
  site.list('/groups.json', small(site.url));
  site.list('/others.json', plain(['Other Group', 'And Another']));
  await page.goto(site.page('/', script() + element({ list: '/groups.json' }) + element({ list: '/others.json' })));
  await directory.ready();
  return directory.nth(1).ready();
}

/** Runs something in the page at the next click on a directory, before that is handled. */
async function atNextClick(page: Page, what: 'label' | 'remove') {
  await page.evaluate((what) => {
    const at = (event: Event) => {
      const host = event.target as Element;
      if (what === 'remove') host.remove();
      else host.setAttribute('label', 'Near you');
    };
    addEventListener('click', at, { capture: true, once: true });
  }, what);
}

/** Has the page press a card's first link once more as it hears that it was followed. No link leads anywhere. */
async function pressAgain(page: Page) {
  await page.evaluate(() => {
    addEventListener('click', (event) => event.preventDefault(), { capture: true });
    const again = ({ target }: Event) => (target as Element).shadowRoot!.querySelector<HTMLElement>('.card a[href]')!.click();
    document.addEventListener('psd-follow', again, { once: true });
  });
}

async function expectWorking(directory: Directory, words: string) {
  await directory.search.fill(words);
  await directory.expectCount(1);
}

test('a script presses what stood there before an attribute changed', async ({ page, site, directory, events }) => {
  const second = await openTwo(page, site, directory);
  const held = await directory.explainer.elementHandle();
  await directory.host.evaluate((host) => host.setAttribute('label', 'Near you'));
  await expect(directory.title).toHaveText('Near you');
  await held!.evaluate((button: HTMLElement) => button.click());
  await directory.expectCount(10);
  await expectWorking(directory, 'tongue talk');
  await expectWorking(second, 'another');
  expect(await events.of('psd-error')).toEqual([]);
});

test('the page takes a directory away as it is clicked, before it hears of it', async ({ page, site, directory, events }) => {
  await openTwo(page, site, directory);
  await atNextClick(page, 'remove');
  await directory.explainer.click();
  await expect(page.locator('peer-support-directory')).toHaveCount(1);
  await expectWorking(directory, 'another');
  expect(await events.of('psd-error')).toEqual([]);
});

test('the page changes an attribute as the directory is clicked, before it hears of it', async ({ page, site, directory, events }) => {
  const second = await openTwo(page, site, directory);
  await atNextClick(page, 'label');
  await directory.explainer.click();
  await expect(directory.title).toHaveText('Near you');
  await expectWorking(directory, 'tongue talk');
  await expectWorking(second, 'another');
  expect(await events.of('psd-error')).toEqual([]);
});

test('the page presses a link again as it hears that it was followed', async ({ page, site, directory, events }) => {
  const second = await openTwo(page, site, directory);
  await pressAgain(page);
  await directory.cards.first().locator('a[href]').first().click();
  expect(await events.of('psd-follow')).toHaveLength(1);
  await expectWorking(directory, 'tongue talk');
  await expectWorking(second, 'another');
  expect(await events.of('psd-error')).toEqual([]);
});

test('both: it presses again, keeps the link, and presses it once more when it is gone', async ({ page, site, directory, events }) => {
  const second = await openTwo(page, site, directory);
  await pressAgain(page);
  const link = directory.cards.first().locator('a[href]').first();
  const held = await link.elementHandle();
  await link.click();
  await directory.host.evaluate((host) => host.setAttribute('label', 'Near you'));
  await expect(directory.title).toHaveText('Near you');
  await held!.evaluate((link) => {
    link.addEventListener('click', (event) => event.preventDefault());
    (link as HTMLElement).click();
  });
  await expectWorking(directory, 'tongue talk');
  await expectWorking(second, 'another');
  expect(await events.of('psd-follow')).toHaveLength(1);
  expect(await events.of('psd-error')).toEqual([]);
});
