import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { small } from '../../fixtures/lists';
import { bytes } from '../../support/answers';
import { element, page as wholePage, placeholder, script } from '../../support/markup';
import { expect, test, type Site } from '../../support/test';

/** Pages that swap their content without loading anew: Turbo itself, and pjax as many themes have it. */

const TURBO = readFileSync(createRequire(__filename).resolve('@hotwired/turbo').replace(/es2017-\w+\.js$/, 'es2017-umd.js'));
const LINKS = '<nav><a href="/other">Other page</a> <a href="/">Groups</a></nav>';

const ways = {
  'the element': element({ list: '/groups.json' }),
  'a placeholder': placeholder({ list: '/groups.json' }),
  'a script tag alone': script({ async: true, 'data-list': '/groups.json' }),
};

test.beforeEach(({ site }) => {
  site.list('/groups.json', small(site.url));
  site.answer('/turbo.js', bytes(TURBO, 'text/javascript'));
});

/** Notes every load of a document, to show that none but the first happens. */
const loads = (site: Site) => site.requests('/').concat(site.requests('/other')).filter(({ headers }) => headers['sec-fetch-dest'] === 'document').length;

/**
 * Waits until Turbo is done with the visit before: where it gives one up while it reads the answer, Turbo 8 itself leaves a
 * rejection that nobody handles. What a page says does not tell: it may be a preview.
 */
const settled = (page: Page) => expect(page.locator('html')).not.toHaveAttribute('aria-busy');

async function follow(page: Page, name: string) {
  await settled(page);
  await page.getByRole('navigation').getByRole('link', { name }).click();
}

async function goBack(page: Page) {
  await settled(page);
  await page.goBack();
}

for (const [way, html] of Object.entries(ways))
  test.describe(`Turbo, with ${way}`, () => {
    test.beforeEach(async ({ page, site, directory }) => {
      const head = `<script src="/turbo.js"></script>${script({ defer: true })}`;
      site.page('/other', wholePage(`${LINKS}<h1>Other</h1>`, { head }));
      await page.goto(site.page('/', wholePage(`${LINKS}<h1>Groups</h1>${html}`, { head })));
      await directory.ready();
    });

    test('away and back by links: one directory, anew', async ({ page, site, directory }) => {
      await directory.choose('Day', 'Monday');
      await directory.expectCount(2);
      await follow(page, 'Other page');
      await expect(page.getByRole('heading', { name: 'Other' })).toBeVisible();
      await expect(directory.host).toHaveCount(0);
      await follow(page, 'Groups');
      await directory.expectCount(10);
      await expect(page.locator('peer-support-directory')).toHaveCount(1);
      await expect(directory.chips).toHaveCount(0);
      expect(loads(site)).toBe(1);
    });

    test('Back brings the choices back, and the page may go on changing the attributes', async ({ page, site, directory }) => {
      await directory.choose('Day', 'Monday');
      await directory.search.fill('mouth');
      await directory.expectCount(1);
      await follow(page, 'Other page');
      await expect(page.getByRole('heading', { name: 'Other' })).toBeVisible();
      await goBack(page);
      await directory.ready();
      await expect(page.locator('peer-support-directory')).toHaveCount(1);
      await expect(directory.option('Day', 'Monday')).toBeChecked();
      await expect(directory.search).toHaveValue('mouth');
      expect(await directory.names()).toEqual(['Mouth Mondays']);
      await directory.clearAll.click();
      await directory.expectCount(10);
      await page.evaluate(() => {
        const source = document.querySelector('body script[data-list], [data-peer-support-directory]');
        const [target, name] = source ? [source, 'data-page-size'] : [document.querySelector('peer-support-directory')!, 'page-size'];
        target.setAttribute(name, '3');
      });
      await expect(directory.cards).toHaveCount(3);
      expect(loads(site)).toBe(1);
    });

    test('twenty pages there and back leave one directory and nothing in the console', async ({ page, site, directory }) => {
      for (let round = 0; round < 10; round += 1) {
        await follow(page, 'Other page');
        await expect(page.getByRole('heading', { name: 'Other' })).toBeVisible();
        await (round % 2 ? goBack(page) : follow(page, 'Groups'));
        await directory.ready();
      }
      await expect(page.locator('peer-support-directory')).toHaveCount(1);
      await directory.choose('Day', 'Monday');
      await directory.expectCount(2);
      expect(loads(site)).toBe(1);
    });
  });

test('pjax: placeholders that come with new content get a directory, before and after', async ({ page, site, directory }) => {
  await page.goto(site.page('/', script() + '<div id="content"><h1>Home</h1></div>'));
  const swap = (html: string, path: string) =>
    page.evaluate(
      ([html, path]) => {
        history.pushState({ page: path }, '', path);
        document.getElementById('content')!.innerHTML = html;
      },
      [html, path],
    );
  await swap(`<section><p>Text</p>${placeholder({ list: '/groups.json', day: 'monday' })}</section>`, '/groups');
  await directory.expectCount(2);
  await expect(page.locator('[data-peer-support-directory] > peer-support-directory > a')).toHaveText('See our support groups');
  await swap('<h1>Contact</h1>', '/contact');
  await expect(directory.host).toHaveCount(0);
  await swap(placeholder({ list: '/groups.json' }) + placeholder({ list: '/groups.json', day: 'monday' }), '/both');
  await directory.expectCount(10);
  await directory.nth(1).expectCount(2);
  await expect(page.locator('peer-support-directory')).toHaveCount(2);
});

test('another directory that takes the place of one, on the same page, starts anew', async ({ page, site, directory }) => {
  await page.goto(site.page('/', script() + `<div id="tab">${element({ list: '/groups.json' })}</div>`));
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  await page.evaluate((html) => (document.getElementById('tab')!.innerHTML = html), element({ list: '/groups.json', 'only-format': 'online' }));
  await expect(directory.chips).toHaveCount(0);
  await expect(directory.filter('How it meets')).toHaveCount(0);
});

test('Back brings the choices back also where a link within the page was followed before', async ({ page, site, directory }) => {
  const content = `<a href="#contact">Contact</a>${element({ list: '/groups.json' })}<p id="contact">Write to us</p>`;
  await page.goto(site.page('/', `${script()}<main>${content}</main>`));
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  await page.evaluate(async () => {
    const heard = (name: string) => new Promise((resolve) => addEventListener(name, resolve, { once: true }));
    const there = heard('hashchange');
    document.querySelector<HTMLElement>('a[href="#contact"]')!.click();
    await there;
    history.pushState(null, '', '/other');
    document.querySelector('main')!.replaceChildren();
    await new Promise((later) => setTimeout(later));
    const back = heard('popstate');
    history.back();
    await back;
  });
  await page.evaluate((html) => (document.querySelector('main')!.innerHTML = html), content);
  await directory.expectCount(2);
  await expect(directory.chip('Monday')).toBeVisible();
});
