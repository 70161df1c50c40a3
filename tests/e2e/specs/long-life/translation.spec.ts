import type { Page } from '@playwright/test';
import { rich } from '../../fixtures/rich';
import { embed } from '../../support/markup';
import { expect, test } from '../../support/test';

/**
 * A browser that translates the page. Chrome puts two `<font>` elements where a text node stood, does so again with
 * text that comes later, and marks `<html>`. Here every text is "translated" to itself in guillemets, inside the shadow
 * root too.
 */
const translate = (page: Page) =>
  page.evaluate(() => {
    const isDone = (text: Node) => text.parentElement?.localName === 'font' || /^(style|script)$/.test(text.parentElement?.localName ?? '');
    const translateIn = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts)
        if (!isDone(text) && text.data.trim()) {
          const [outer, inner] = [document.createElement('font'), document.createElement('font')];
          inner.textContent = `«${text.data}»`;
          outer.append(inner);
          text.replaceWith(outer);
        }
    };
    document.documentElement.lang = 'fr';
    document.documentElement.classList.add('translated-ltr');
    for (const root of [document.body, document.querySelector('peer-support-directory')!.shadowRoot!]) {
      translateIn(root);
      new MutationObserver(() => translateIn(root)).observe(root, { childList: true, characterData: true, subtree: true });
    }
  });

test.beforeEach(async ({ page, site, directory }) => {
  site.list('/groups.json', rich(site.url));
  await page.goto(site.page('/', embed({ 'page-size': 3 })));
  await directory.ready();
  await directory.openEverything();
  await translate(page);
});

/** The heading as it was before the translation. */
const heading = (count: number) => `«${count} ${count === 1 ? 'result' : 'results'}»`;

test('counts, chips and buttons go on saying what is so', async ({ directory }) => {
  const host = directory.host;
  const results = host.locator('[part~="results"] :is(h2, h3)').first();
  const all = Number((await results.innerText()).match(/\d+/)![0]);
  await host.getByRole('checkbox', { name: /Tongue cancer/ }).check();
  await expect(results).not.toHaveText(heading(all));
  const some = Number((await results.innerText()).match(/\d+/)![0]);
  expect(some).toBeLessThan(all);
  await expect(host.getByRole('button', { name: `«Show ${some} results»` })).toHaveCount(1);
  const chips = host.getByRole('button', { name: /Remove filter: / });
  await expect(chips).toHaveText(['«Remove filter: Tongue cancer»']);
  await host.getByRole('searchbox').fill('zzzzz');
  await expect(results).toHaveText(heading(0));
  await expect(host.getByText('«No groups match all your choices.»')).toBeVisible();
  await host.getByRole('button', { name: '«Clear all»' }).click();
  await expect(results).toHaveText(heading(all));
  await expect(chips).toHaveCount(0);
  await expect(host.getByRole('status').first()).toHaveText(/^«.*»$/);
});

test('cards come, go, change places and are marked', async ({ directory }) => {
  const host = directory.host;
  const cards = host.locator('[part~="card"]');
  const before = await cards.count();
  await host.getByRole('button', { name: /«Show \d+ more»/ }).click();
  await expect.poll(() => cards.count()).toBeGreaterThan(before);
  await host.getByRole('searchbox').fill('circle');
  await expect(host.locator('mark').first()).toHaveText(/^«circle»$/i);
  await host.getByRole('searchbox').fill('');
  await expect(host.locator('mark')).toHaveCount(0);
  await expect(host.locator('[part~="card-title"]').first()).toHaveText(/^«[^«]*»$/);
  const more = host.getByRole('button', { name: /More about/ }).first();
  await more.click();
  await expect(more).toHaveAttribute('aria-expanded', /true|false/);
});

test('a new attribute and leaving the page do no harm', async ({ page, directory }) => {
  await directory.host.evaluate((host) => host.setAttribute('page-size', '1'));
  await expect(directory.cards).toHaveCount(1);
  await directory.host.evaluate((host) => host.setAttribute('heading-level', '3'));
  await expect(directory.title).toHaveText(/^«.*»$/);
  await directory.host.evaluate((host) => host.remove());
  await expect(page.locator('peer-support-directory')).toHaveCount(0);
});
