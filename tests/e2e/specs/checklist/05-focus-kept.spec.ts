import type { Page } from '@playwright/test';
import { rich } from '../../fixtures/rich';
import { json, status } from '../../support/answers';
import { charity, directories, real } from '../../support/charity';
import { expect, test } from '../../support/test';

/**
 * Checklist 5: "Focus never falls to `<body>`: chip removed → next chip, else the previous, else the results
 * heading; Clear all and Show N results → results heading; Show more → first new card's heading; Try again → title."
 */

/** Notes every frame in which the page's body has the focus, from now on. */
async function watchFocus(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const lost = { frames: 0 };
    Object.defineProperty(window, Symbol.for('lost'), { value: lost, configurable: true });
    const look = () => {
      if (!document.activeElement || document.activeElement === document.body) lost.frames += 1;
      requestAnimationFrame(look);
    };
    look();
  });
  return () =>
    page.evaluate(async () => {
      // Two frames on, so that what the last action brought about has been seen.
      for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
      return ((window as never)[Symbol.for('lost')] as { frames: number }).frames;
    });
}

test.beforeEach(({ site }) => void site.list('/groups.json', rich(site.url)));

for (const how of ['by keyboard', 'by mouse']) {
  const press = async (page: Page, button: import('@playwright/test').Locator) => {
    if (how === 'by mouse') return button.click();
    await button.focus();
    await page.keyboard.press('Enter');
  };

  test(`a chip removed ${how}: the next chip, else the previous, else the results heading`, async ({ page, site, directory }) => {
    await page.goto(site.page('/', charity(directories())));
    await directory.ready();
    for (const day of ['Monday', 'Tuesday', 'Wednesday']) await directory.choose('Day', day);
    await expect(directory.chips).toHaveCount(3);
    const lost = await watchFocus(page);
    await press(page, directory.chip('Tuesday'));
    await expect(directory.chips).toHaveCount(2);
    expect(await directory.focused()).toBe('button: Remove filter: Wednesday');
    await press(page, directory.chip('Wednesday'));
    await expect(directory.chips).toHaveCount(1);
    expect(await directory.focused()).toBe('button: Remove filter: Monday');
    await press(page, directory.chip('Monday'));
    await expect(directory.chips).toHaveCount(0);
    expect(await directory.focused()).toBe('h3: 11 results');
    expect(await lost()).toBe(0);
  });

  test(`Clear all ${how}: the results heading`, async ({ page, site, directory }) => {
    await page.goto(site.page('/', charity(directories())));
    await directory.ready();
    await directory.choose('Day', 'Monday');
    await expect(directory.clearAll).toBeVisible();
    const lost = await watchFocus(page);
    await press(page, directory.clearAll);
    await directory.expectCount(11);
    expect(await directory.focused()).toBe('h3: 11 results');
    expect(await lost()).toBe(0);
  });

  for (const width of [375, 1280])
    test(`Show N results ${how} at ${width}px: the results heading, in view`, async ({ page, site, directory }) => {
      await page.setViewportSize({ width, height: 667 });
      await page.goto(site.page('/', charity(directories())));
      await directory.ready();
      await directory.openEverything();
      await directory.choose('Day', 'Monday');
      await directory.expectCount(2);
      const lost = await watchFocus(page);
      await press(page, directory.showResults);
      expect(await directory.focused()).toBe('h3: 2 results');
      await expect(directory.resultsHeading).toBeInViewport({ ratio: 1 });
      expect(await lost()).toBe(0);
    });

  test(`Show more ${how}: the heading of the first new card, each time`, async ({ page, site, directory }) => {
    await page.goto(site.page('/', charity(directories(1, { 'page-size': 4 }))));
    await directory.ready();
    await directory.showMore.scrollIntoViewIfNeeded();
    await directory.showMore.focus();
    const lost = await watchFocus(page);
    for (const place of [4, 8]) {
      await press(page, directory.showMore);
      await expect(directory.cards).toHaveCount(Math.min(place + 4, 11));
      const heading = directory.cards.nth(place).getByRole('heading').first();
      expect(await directory.focused()).toBe(`h4: ${await heading.innerText()}`);
    }
    await expect(directory.showMore).toBeHidden();
    expect(await lost()).toBe(0);
  });

  test(`a way on from the empty state ${how}: the results heading`, async ({ page, site, directory }) => {
    await page.goto(site.page('/', charity(directories())));
    await directory.ready();
    await directory.choose('Day', 'Monday');
    await directory.search.fill('nothing is called this');
    await expect(directory.empty).toBeVisible();
    const lost = await watchFocus(page);
    await press(page, directory.host.getByRole('button', { name: /^Remove search for nothing.*2 results$/ }));
    await directory.expectCount(2);
    expect(await directory.focused()).toBe('h3: 2 results');
    expect(await lost()).toBe(0);
  });

  test(`Try again ${how}: the button while it tries and where it fails, then the title`, async ({ page, site, directory, calm }) => {
    calm.allowFailedRequests();
    let answer = () => {};
    const asked = new Promise<void>((resolve) => (answer = resolve));
    site.answer('/groups.json', status(404), status(404), (request, response) => void asked.then(() => json(rich(site.url))(request, response)));
    await page.goto(site.page('/', charity(directories())));
    await expect(directory.error).toBeVisible();
    await directory.tryAgain.focus();
    const lost = await watchFocus(page);
    await press(page, directory.tryAgain);
    await expect.poll(() => site.requests('/groups.json').length).toBe(2);
    await expect(directory.error).toBeVisible();
    expect(await directory.focused()).toBe('button: Try again');
    await press(page, directory.tryAgain);
    await expect.poll(() => site.requests('/groups.json').length).toBe(3);
    expect(await directory.focused()).toBe('button: Try again');
    answer();
    await directory.ready();
    expect(await directory.focused()).toBe('h2: Peer support groups');
    expect(await lost()).toBe(0);
  });
}

test('a choice moves neither focus, nor scroll, nor the address', async ({ page, site, directory }) => {
  const address = site.page('/', charity(directories()));
  await page.goto(address);
  await directory.ready();
  await directory.option('How it meets', 'Online').focus();
  const top = () => directory.option('How it meets', 'Online').evaluate((box) => box.getBoundingClientRect().top);
  const [before, scrolled] = [await top(), await page.evaluate(() => scrollY)];
  await page.keyboard.press('Space');
  await expect(directory.chips).toHaveCount(1);
  await directory.expectCount(4);
  expect(await directory.focused()).toMatch(/^input: Online/);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  expect(await top()).toBe(before);
  expect(page.url()).toBe(address);
});

test('typing, Escape and Enter: the box keeps focus until Enter moves to the results heading', async ({ page, site, directory }) => {
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  await directory.search.focus();
  const lost = await watchFocus(page);
  await page.keyboard.type('mouth mondays');
  await directory.expectCount(1);
  expect(await directory.focused()).toMatch(/^input: Search/);
  await page.keyboard.press('Escape');
  await directory.expectCount(11);
  expect(await directory.focused()).toMatch(/^input: Search/);
  await page.keyboard.type('mouth mondays');
  await page.keyboard.press('Enter');
  await directory.expectCount(1);
  expect(await directory.focused()).toBe('h3: 1 result');
  expect(await lost()).toBe(0);
});

test('an uncommon option that is unticked while its filter is folded keeps focus', async ({ page, site, directory }) => {
  await page.goto(site.page('/', real()));
  await directory.ready();
  const filter = directory.filter('Town or area');
  await filter.getByRole('button', { name: 'Show all towns and areas' }).click();
  await directory.choose('Town or area', 'Worcester');
  await filter.getByRole('button', { name: 'Show fewer towns and areas' }).click();
  await directory.option('Town or area', 'Worcester').focus();
  const lost = await watchFocus(page);
  await page.keyboard.press('Space');
  await directory.expectCount(10);
  expect(await directory.focused()).not.toMatch(/^outside/);
  expect(await lost()).toBe(0);
});

test('a filter that has focus when the container grows narrow keeps it (zoom, a turned phone)', async ({ page, site, directory }) => {
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  await directory.option('Day', 'Monday').focus();
  const lost = await watchFocus(page);
  await page.setViewportSize({ width: 375, height: 667 });
  expect(await lost()).toBe(0);
  expect(await directory.focused()).not.toMatch(/^outside/);
});

test('an attribute that the page changes does not throw focus out', async ({ page, site, directory }) => {
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  await directory.option('Day', 'Monday').focus();
  const lost = await watchFocus(page);
  await directory.host.evaluate((host) => host.setAttribute('label', 'Find a group'));
  await expect(directory.title).toHaveText('Find a group');
  expect(await directory.focused()).not.toMatch(/^outside/);
  expect(await lost()).toBe(0);
});
