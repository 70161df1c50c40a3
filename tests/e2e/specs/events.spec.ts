import type { Page } from '@playwright/test';
import { odd, ODD_SHOWN, small } from '../fixtures/lists';
import { status } from '../support/answers';
import { embed, script } from '../support/markup';
import { expect, test } from '../support/test';

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

test('every event comes from the element, bubbles and is composed', async ({ page, site, directory, events, calm }) => {
  calm.allowFailedRequests();
  await page.goto(site.page('/', embed({ id: 'first' })));
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await stopNavigation(page);
  await directory.link(/^Visit Mouth Mondays/).click();
  site.answer('/gone.json', status(404));
  await directory.host.evaluate((host) => host.setAttribute('list', '/gone.json'));
  await events.detail('psd-error');
  const names = new Set((await events.all()).map((event) => event.name));
  expect([...names].sort()).toEqual(['psd-error', 'psd-follow', 'psd-ready', 'psd-results']);
  for (const event of await events.all()) expect(event).toMatchObject({ bubbles: true, composed: true, target: 'first' });
});

test.describe('psd-ready', () => {
  test('comes once, after the first render, with a count', async ({ page, site, directory, events }) => {
    await page.addInitScript(() => {
      document.addEventListener('psd-ready', (event) => {
        const cards = (event.target as Element).shadowRoot?.querySelectorAll('[part~="card"]').length;
        document.documentElement.dataset.cards = String(cards);
      });
    });
    await page.goto(site.page('/', embed()));
    expect(await events.detail('psd-ready')).toEqual({ groups: 10, problems: [] });
    await expect(page.locator('html')).toHaveAttribute('data-cards', '10');
    await directory.choose('Day', 'Monday');
    await directory.expectCount(2);
    expect(await events.of('psd-ready')).toHaveLength(1);
  });

  test('lists the problems, each with its place and what is wrong', async ({ page, site, directory, events }) => {
    site.list('/odd.json', odd);
    await page.goto(site.page('/', embed({ list: '/odd.json' })));
    const { groups, problems } = await events.detail('psd-ready');
    expect(groups).toBe(ODD_SHOWN);
    await directory.expectCount(ODD_SHOWN);
    const paths = problems.map((problem: { path: string }) => problem.path);
    for (const path of ['groups[1]', 'groups[2]', 'groups[3]', 'groups[4].meetings[0].schedule.opens_at', 'groups[5].url', 'groups[6].emails'])
      expect(paths.some((found: string) => found.startsWith(path)), `a problem at ${path}, in ${paths.join(' ')}`).toBe(true);
    for (const problem of problems) {
      expect(Object.keys(problem).sort()).toEqual(['message', 'path']);
      expect(problem.message.length).toBeGreaterThan(10);
    }
  });
});

test.describe('psd-results', () => {
  test('tells how many after each change, never which choices', async ({ page, site, directory, events }) => {
    await page.goto(site.page('/', embed()));
    await directory.ready();
    await directory.choose('Type of cancer', 'Tongue cancer');
    await directory.choose('Who it is for', 'LGBTQ+ people');
    await directory.clearAll.click();
    await expect.poll(async () => (await events.of('psd-results')).map((event) => event.detail)).toEqual([
      { shown: 7, total: 10 },
      { shown: 2, total: 10 },
      { shown: 10, total: 10 },
    ]);
  });

  test('comes after the list has changed', async ({ page, site, directory, events }) => {
    await page.goto(site.page('/', embed()));
    await directory.ready();
    await page.evaluate(() => {
      document.addEventListener('psd-results', (event) => {
        const cards = (event.target as Element).shadowRoot?.querySelectorAll('[part~="card"]').length;
        document.documentElement.dataset.cards = String(cards);
      });
    });
    await directory.choose('Day', 'Monday');
    await events.detail('psd-results');
    await expect(page.locator('html')).toHaveAttribute('data-cards', '2');
  });
});

test.describe('psd-follow', () => {
  const links: [kind: string, group: string, link: RegExp][] = [
    ['sign-up', 'wednesday-circle', /^Join Wednesday Circle/],
    ['website', 'tongue-talk', /^Visit Tongue Talk/],
    ['phone', 'care-line', /01632 960003/],
    ['email', 'larynx-lunch', /^Email Larynx Lunch/],
    ['social', 'wednesday-circle', /wednesdaycircle|Facebook/i],
  ];
  for (const [kind, group, link] of links) {
    test(`says "${kind}" and no more`, async ({ page, site, directory, events }) => {
      await page.goto(site.page('/', embed()));
      await directory.ready();
      await stopNavigation(page);
      await directory.link(link).first().click();
      expect(await events.detail('psd-follow')).toEqual({ kind });
    });

    test(`says "${kind}" and which group, where follow-detail asks for it`, async ({ page, site, directory, events }) => {
      await page.goto(site.page('/', embed({ 'follow-detail': 'group' })));
      await directory.ready();
      await stopNavigation(page);
      await directory.link(link).first().click();
      expect(await events.detail('psd-follow')).toEqual({ kind, group });
    });
  }

  test('follow-detail changed by script takes effect at once', async ({ page, site, directory, events }) => {
    await page.goto(site.page('/', embed()));
    await directory.ready();
    await stopNavigation(page);
    await directory.host.evaluate((host) => host.setAttribute('follow-detail', 'group'));
    await directory.link(/^Visit Tongue Talk/).click();
    expect(await events.detail('psd-follow')).toEqual({ kind: 'website', group: 'tongue-talk' });
  });

  test('stays silent for what only opens something here', async ({ page, site, directory, events }) => {
    await page.goto(site.page('/', embed()));
    await directory.ready();
    await directory.more('Wednesday Circle').click();
    await directory.explainer.click();
    await directory.choose('Day', 'Monday');
    await directory.expectCount(2);
    expect(await events.of('psd-follow')).toEqual([]);
  });
});

test('psd-error carries a code and a message in words', async ({ page, site, events, calm }) => {
  calm.allowFailedRequests();
  site.answer('/groups.json', status(404));
  await page.goto(site.page('/', script() + embed()));
  const detail = await events.detail('psd-error');
  expect(Object.keys(detail).sort()).toEqual(['code', 'message']);
  expect(detail.code).toBe('status');
  expect(detail.message).toMatch(/404/);
});

/** Links are pressed for real but lead nowhere: a phone or mail link would ask the system for a program. */
async function stopNavigation(page: Page) {
  await page.evaluate(() => addEventListener('click', (event) => event.preventDefault(), { capture: true }));
}
