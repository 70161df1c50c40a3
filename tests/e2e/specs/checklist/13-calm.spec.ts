import { rich } from '../../fixtures/rich';
import { charity, directories } from '../../support/charity';
import { expect, test } from '../../support/test';

/** Checklist 13: reduced motion honoured; no time limit; no drag. */

test.beforeEach(({ site }) => void site.list('/groups.json', rich(site.url)));

/** All that moves or could: each transition with a duration, each animation, smooth scrolling. */
const moves = (host: Element) =>
  [host, ...host.shadowRoot!.querySelectorAll('*')].flatMap((one) =>
    ['', '::before', '::after'].flatMap((pseudo) => {
      const style = getComputedStyle(one, pseudo);
      const lasting = style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
      return [
        ...(lasting ? [`${one.getAttribute('class') ?? one.localName}: ${style.transitionProperty} ${style.transitionDuration}`] : []),
        ...(style.animationName !== 'none' ? [`animation ${style.animationName}`] : []),
        ...(style.scrollBehavior !== 'auto' ? ['smooth scrolling'] : []),
      ];
    }),
  );

test('with reduced motion nothing moves: no transition, no animation, no smooth scrolling, nothing on press', async ({ page, site, directory }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  await directory.openEverything();
  await directory.choose('Day', 'Monday');
  expect(await directory.host.evaluate(moves)).toEqual([]);
  await directory.showResults.hover();
  const at = (await directory.showResults.boundingBox())!;
  await page.mouse.down();
  expect(await directory.showResults.boundingBox()).toEqual(at);
  await page.mouse.up();
  const running = await directory.host.evaluate((host) => host.shadowRoot!.getAnimations().length);
  expect(running).toBe(0);
});

test('without it nothing moves but a fade of 150 ms', async ({ page, site, directory }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  await directory.openEverything();
  await directory.choose('Day', 'Monday');
  const found = await directory.host.evaluate(moves);
  expect(found.filter((one) => !/: (opacity|color|background-color)(, (opacity|color|background-color))* 0\.15s(, 0\.15s)*$/.test(one))).toEqual([]);
});

test('an hour later everything is as it was left', async ({ page, site, directory }) => {
  await page.clock.install();
  await page.goto(site.page('/', charity(directories(1, { 'page-size': 4 }))));
  await directory.ready();
  await directory.showMore.click();
  await directory.more('Wednesday Circle').click();
  await directory.choose('How it meets', 'Online');
  await directory.search.fill('o');
  await page.clock.runFor(5_000);
  await directory.search.focus();
  const left = async () => ({
    html: await directory.host.evaluate((host) => host.shadowRoot!.innerHTML),
    value: await directory.search.inputValue(),
  });
  const before = await left();
  expect(before.value).toBe('o');
  await page.clock.fastForward('01:00:00');
  await page.clock.runFor(5_000);
  expect(await left()).toEqual(before);
  await expect(directory.option('How it meets', 'Online')).toBeChecked();
  await expect(directory.search).toBeFocused();
});

test('nothing wants to be dragged, held or swiped', async ({ page, site, directory }) => {
  // Listens in on what the widget listens to, before it starts.
  await page.addInitScript(() => {
    const heard = new Set<string>();
    Object.defineProperty(window, Symbol.for('heard'), { value: heard });
    const original = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, ...rest: [never, never?]) {
      heard.add(type);
      return original.call(this, type, ...rest);
    };
  });
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  await directory.openEverything();
  const heard = await page.evaluate(() => [...((window as never)[Symbol.for('heard')] as Set<string>)]);
  expect(heard).toContain('click');
  expect(heard.filter((type) => /^(drag|drop|pointer|mouse|touch|wheel|gesture|dblclick|contextmenu|scroll)/.test(type))).toEqual([]);
  await expect(directory.host.locator('[draggable="true"], input[type="range"], [role="slider"]')).toHaveCount(0);
  // Nor does anything forbid zoom.
  const held = await directory.host.evaluate((host) => [...host.shadowRoot!.querySelectorAll('*')].filter((one) => getComputedStyle(one).touchAction !== 'auto').length);
  expect(held).toBe(0);
});
