import type { Page } from '@playwright/test';
import { plain, small } from '../fixtures/lists';
import { element, embed, script } from '../support/markup';
import { expect, test } from '../support/test';

/**
 * "No exception escapes." "One trap marks that instance of the module dead, unmounts what it held, and the next
 * mount loads a new one." A trap is forced from outside: once the page says so, what the module asks of
 * the DOM throws, which no code that renders can survive.
 */

const armTrap = (page: Page) =>
  page.addInitScript(() => {
    const trap = { armed: false };
    Object.defineProperty(window, Symbol.for('trap'), { value: trap });
    // Frames of the module itself: the loader, which clears up after it, must be able to.
    const fromModule = () => /wasm:\/\/|wasm-function/.test(new Error().stack ?? '');
    for (const [type, names] of [
      [Node, ['appendChild', 'insertBefore', 'cloneNode', 'removeChild', 'replaceChild']],
      [Document, ['createElement', 'createElementNS', 'createTextNode', 'createComment']],
      [Element, ['setAttribute', 'removeAttribute', 'append', 'before', 'after', 'remove']],
      [CharacterData, ['remove', 'before']],
    ] as const)
      for (const name of names) {
        const original = (type.prototype as never)[name] as (...args: unknown[]) => unknown;
        Object.defineProperty(type.prototype, name, {
          configurable: true,
          writable: true,
          value: function (...args: unknown[]) {
            if (trap.armed && fromModule()) throw new Error('forced by the test');
            return original.apply(this, args);
          },
        });
      }
    for (const [type, name] of [[Node, 'textContent'], [Node, 'nodeValue'], [CharacterData, 'data']] as const) {
      const { get, set } = Object.getOwnPropertyDescriptor(type.prototype, name)!;
      Object.defineProperty(type.prototype, name, {
        configurable: true,
        get,
        set(value) {
          if (trap.armed && fromModule()) throw new Error('forced by the test');
          set!.call(this, value);
        },
      });
    }
    const heard: string[] = [];
    Object.defineProperty(window, Symbol.for('heard'), { value: heard });
    addEventListener('error', (event) => heard.push(String(event.message)));
    addEventListener('unhandledrejection', (event) => heard.push(String(event.reason)));
  });
const arm = (page: Page, armed: boolean) => page.evaluate((to) => ((window as never)[Symbol.for('trap')] as { armed: boolean }).armed = to, armed);
const heard = (page: Page) => page.evaluate(() => (window as never)[Symbol.for('heard')] as string[]);

test.beforeEach(async ({ page, site }) => {
  site.list('/groups.json', small(site.url));
  await armTrap(page);
});

test('a trap in a handler: the message, psd-error "wasm", and the page sees nothing', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await arm(page, true);
  await directory.option('Day', 'Monday').click();
  expect((await events.detail('psd-error')).code).toBe('wasm');
  await expect(directory.error).toBeVisible();
  await expect(directory.tryAgain).toBeVisible();
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  await expect(directory.cards, 'what the dead instance held is gone').toHaveCount(0);
  expect(await heard(page)).toEqual([]);
  expect(await events.of('psd-error')).toHaveLength(1);
});

test('after a trap, Try again loads a new instance', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await arm(page, true);
  await directory.option('Day', 'Monday').click();
  await events.detail('psd-error');
  await arm(page, false);
  await directory.tryAgain.click();
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  expect(await heard(page)).toEqual([]);
});

test('after a trap, the next mount works', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', embed()));
  await directory.ready();
  await arm(page, true);
  await directory.option('Day', 'Monday').click();
  await events.detail('psd-error');
  await arm(page, false);
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), element({ list: '/groups.json', label: 'Next' }));
  const next = await directory.nth(1).ready();
  await next.choose('Day', 'Monday');
  await next.expectCount(2);
  await directory.host.evaluate((host) => host.remove());
  expect(await heard(page)).toEqual([]);
});

test('a trap while mounting: the fallback stays, and the page sees nothing', async ({ page, site, directory, events }) => {
  await page.goto(site.page('/', script()));
  await arm(page, true);
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), element({ list: '/groups.json' }));
  expect((await events.detail('psd-error')).code).toBe('wasm');
  await expect(directory.error).toBeVisible();
  await expect(page.getByRole('link', { name: 'See our support groups' })).toBeVisible();
  expect(await heard(page)).toEqual([]);
});

test('every directory of the dead instance says so, and each comes back', async ({ page, site, directory, events }) => {
  site.list('/others.json', plain(['Other Group', 'And Another']));
  await page.goto(site.page('/', script() + element({ list: '/groups.json' }) + element({ list: '/others.json' })));
  const second = await directory.nth(1).ready();
  await directory.ready();
  await arm(page, true);
  await directory.option('Day', 'Monday').click();
  await events.detail('psd-error');
  await arm(page, false);
  // Either the other one lived in its own instance and still works, or it is told to try again. Never a dead form.
  await expect(second.tryAgain.or(second.resultsHeading)).toBeVisible();
  if (await second.tryAgain.isVisible()) await second.tryAgain.click();
  await second.ready();
  await second.search.fill('another');
  await second.expectCount(1);
  await directory.tryAgain.click();
  await directory.expectCount(10);
  expect(await heard(page)).toEqual([]);
});

test('a page that throws in its own psd-ready listener breaks nothing of ours', async ({ page, site, directory, calm }) => {
  await page.goto(site.page('/', script()));
  await page.evaluate((html) => {
    document.addEventListener('psd-ready', () => {
      throw new Error('the page\'s own fault');
    });
    document.body.insertAdjacentHTML('beforeend', html);
  }, element({ list: '/groups.json' }));
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  expect(calm.errors.splice(0)).toEqual(["Error: the page's own fault"]);
});
