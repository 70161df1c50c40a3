import { small } from '../../e2e/fixtures/lists';
import { status } from '../../e2e/support/answers';
import { element, embed, placeholder, script, SCRIPT } from '../../e2e/support/markup';
import { expect, Key, test } from '../firefox';

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

test('finding a group: choose, search with a typo, take away, clear', async ({ firefox, listened }) => {
  await firefox.open(listened('/', embed()));
  await firefox.expectCount(10);
  await firefox.click('checkbox', /^Monday/);
  await firefox.expectCount(2);
  await firefox.click('button', /^Remove filter: Monday/);
  await firefox.expectCount(10);
  await (await firefox.one('searchbox')).sendKeys('tonge talk');
  await firefox.expectCount(1);
  expect(await firefox.names()).toEqual(['Tongue Talk']);
  await (await firefox.one('searchbox')).sendKeys(Key.ESCAPE);
  await firefox.expectCount(10);
  await firefox.click('checkbox', /^Tongue cancer/);
  await firefox.expectCount(7);
  await firefox.click('button', /^Clear all/);
  await firefox.expectCount(10);
  expect(await firefox.focused()).toBe('10 results');
  await expect.poll(async () => (await firefox.run(() => document.querySelector('peer-support-directory')!.shadowRoot!.querySelector('[role="status"]')!.textContent))).toMatch(/10 results/);
});

test('nothing fits: the ways out', async ({ firefox, listened }) => {
  await firefox.open(listened('/', embed()));
  await (await firefox.one('searchbox')).sendKeys('zzzzz');
  await firefox.expectCount(0);
  await firefox.click('button', /^Clear all/);
  await firefox.expectCount(10);
});

test('by keyboard alone: Tab goes in, reaches every control in order, and out', async ({ firefox, listened }) => {
  await firefox.open(listened('/', `<a id="before" href="#b">Before</a>${embed({ 'page-size': 3 })}<a id="after" href="#a">After</a>`));
  await firefox.expectCount(10);
  await firefox.run(() => document.getElementById('before')!.focus());
  const reached: string[] = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await firefox.press(Key.TAB);
    if (await firefox.run(() => document.activeElement!.id === 'after')) break;
    reached.push(await firefox.focused());
  }
  expect(await firefox.run(() => document.activeElement!.id)).toBe('after');
  const missed = await firefox.run(
    (reached) =>
      [...document.querySelector('peer-support-directory')!.shadowRoot!.querySelectorAll<HTMLInputElement>('a[href], button, input, select')]
        .filter((one) => one.checkVisibility())
        .map((one) => (one.labels?.[0] ?? one).textContent!.replace(/\s+/g, ' ').trim())
        .filter((words) => !reached.includes(words)),
    reached,
  );
  expect(missed).toEqual([]);
});

test('a tick by the space bar, Show results by Enter, the next cards by Enter', async ({ firefox, listened }) => {
  await firefox.open(listened('/', embed({ 'page-size': 3 })));
  const box = await firefox.one('checkbox', /^Online/);
  await box.sendKeys(Key.SPACE);
  await expect.poll(async () => (await firefox.all('button', /^Remove filter: Online/)).length).toBe(1);
  expect(await firefox.focused()).toMatch(/^Online/);
  await (await firefox.one('button', /^Show \d+ results?$/)).sendKeys(Key.ENTER);
  expect(await firefox.focused()).toMatch(/^\d+ results?$/);
  await firefox.click('button', /^Clear all/);
  await firefox.expectCount(10);
  await (await firefox.one('button', /^Show \d+ more$/)).sendKeys(Key.ENTER);
  await expect.poll(async () => (await firefox.all('card')).length).toBe(6);
  expect(await firefox.focused()).toBe((await firefox.names())[3]);
});

test('Back brings the choices back', async ({ firefox, site, listened }) => {
  const address = listened('/', embed());
  await firefox.open(address);
  await firefox.click('checkbox', /^Monday/);
  await firefox.expectCount(2);
  await firefox.open(site.page('/away', '<h1>Away</h1>'));
  await firefox.driver.navigate().back();
  await firefox.expectCount(2);
  expect(await firefox.run(() => history.state)).toBeNull();
  await firefox.click('button', /^Clear all/);
  await firefox.expectCount(10);
});

test('Copy link where the clipboard is refused shows the link, which opens the same view', async ({ firefox, listened }) => {
  const address = listened('/', embed());
  await firefox.open(address);
  await firefox.run(() => void Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await firefox.click('checkbox', /^Monday/);
  await firefox.expectCount(2);
  await firefox.click('button', /^Copy link/);
  const link = () => firefox.run(() => document.querySelector('peer-support-directory')!.shadowRoot!.querySelector<HTMLInputElement>('.chosen input, input[readonly]')?.value);
  await expect.poll(link).toContain('#');
  const copied = (await link())!;
  await firefox.open('about:blank');
  await firefox.open(copied);
  await firefox.expectCount(2);
});

test('dates, calendars and distances: the module and the table that load later', async ({ firefox, site, listened }) => {
  await firefox.open(listened('/', script() + element({ list: '/dist/groups.json' })));
  await firefox.one('card');
  await firefox.click('button', /^Add to calendar/);
  const calendar = await firefox.one('link', /^(Download|Save|Apple|Calendar file)|\.ics|calendar file/i);
  expect(await calendar.getAttribute('href')).toMatch(/^data:text\/calendar/);
  await (await firefox.one('place')).sendKeys('Oxford', Key.ENTER);
  await expect.poll(() => firefox.run(() => document.querySelector('peer-support-directory')!.shadowRoot!.textContent!.match(/about [\d,]+ miles away/)?.[0])).toBeTruthy();
  expect(site.requests('/dist/places.txt')).toHaveLength(1);
});

test('a list that cannot be had: the fallback stays, a plain message, Try again', async ({ firefox, site, listened }) => {
  site.answer('/groups.json', status(404), () => {});
  await firefox.open(listened('/', embed()));
  await firefox.one('button', /^Try again$/);
  expect(await firefox.run(() => document.querySelector<HTMLElement>('peer-support-directory > a')!.checkVisibility())).toBe(true);
  site.list('/groups.json', small(site.url));
  await firefox.click('button', /^Try again$/);
  await firefox.expectCount(10);
});

test('the strictest policy, with Trusted Types and the script on another origin: all works, nothing is reported', async ({ firefox, site }) => {
  const policy =
    `default-src 'none'; script-src ${site.other.url} 'wasm-unsafe-eval'; connect-src ${site.other.url} ${site.url}; ` +
    `require-trusted-types-for 'script'; trusted-types 'none'; report-uri /reports`;
  site.answer('/reports', status(204));
  const html = script({ src: site.other.url + SCRIPT, async: true }) + element({ list: '/groups.json' }) + placeholder({ list: '/groups.json' });
  await firefox.open(site.page('/', html, { 'content-security-policy': policy }));
  await firefox.expectCount(10);
  await firefox.expectCount(10, 1);
  await firefox.click('checkbox', /^Monday/);
  await firefox.expectCount(2);
  await firefox.click('button', /^More about/);
  await (await firefox.one('searchbox')).sendKeys('mouth');
  await firefox.expectCount(1);
  expect(site.requests('/reports')).toEqual([]);
});

test('a policy that forbids WebAssembly: the fallback stays', async ({ firefox, site }) => {
  const policy = `default-src 'none'; script-src ${site.url}; connect-src ${site.url}`;
  await firefox.open(site.page('/', embed(), { 'content-security-policy': policy }));
  await firefox.one('button', /^Try again$/);
  expect(await firefox.run(() => document.querySelector<HTMLElement>('peer-support-directory > a')!.checkVisibility())).toBe(true);
});

test('taken away and put back, and another list by attribute', async ({ firefox, site, listened }) => {
  site.list('/other.json', { groups: [{ id: 'one', name: 'Only One' }] });
  await firefox.open(listened('/', embed()));
  await firefox.expectCount(10);
  await firefox.run(() => {
    const host = document.querySelector('peer-support-directory')!;
    host.remove();
    setTimeout(() => document.body.append(host), 50);
  });
  await firefox.expectCount(10);
  await firefox.run(() => document.querySelector('peer-support-directory')!.setAttribute('list', '/other.json'));
  await firefox.expectCount(1);
});
