import { broken, plain, small } from '../../fixtures/lists';
import { SUNDAY } from '../../fixtures/meetings';
import { type Answer, cut, hang, held, json, status } from '../../support/answers';
import { expectKept, keptLists, openOutdated } from '../../support/kept';
import { embed } from '../../support/markup';
import { expect, test } from '../../support/test';
import { passTime } from '../../support/time';

/** With `keep`, a list that cannot be had leaves the last good one there, and a line that says of which day it is. */

const AS_OF = 'We could not get the newest list. This is the list as of 22 November 2026.';
const body = `<h1>Ours</h1>${embed({ keep: '30d' })}`;

test.beforeEach(async ({ page, calm }) => {
  calm.allowFailedRequests();
  await page.clock.install({ time: new Date(SUNDAY) });
});

const faults: [name: string, answer: () => Answer, code: string][] = [
  ['hanging up', cut, 'network'],
  ['silence', hang, 'timeout'],
  ['status 404', () => status(404), 'status'],
  ['status 503', () => status(503), 'status'],
  ['too many bytes', () => json(' '.repeat(5_000_001)), 'too-large'],
  ['a web page', () => json(broken['a web page']), 'not-a-list'],
];

for (const [name, answer, code] of faults)
  test(`${name}: the kept list with its day, and psd-error "${code}"`, async ({ page, site, directory, events }) => {
    await openOutdated(page, site, small(site.url), body, answer());
    await directory.expectCount(10);
    await passTime(page, async () => (await events.of('psd-error')).length);
    expect((await events.detail('psd-error')).code).toBe(code);
    await expect(directory.outdated).toHaveText(AS_OF);
    await expect(directory.tryAgain).toBeVisible();
    await expect(directory.error).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'See our support groups' })).toBeHidden();
    await directory.choose('Day', 'Monday');
    await directory.expectCount(2);
    expect((await events.of('psd-ready')).map(({ detail }) => detail.groups)).toEqual([10]);
    await expectKept(page, [small(site.url)]);
  });

test('the day is that on which the list was last there, though nothing in it had changed', async ({ page, site, directory }) => {
  await openOutdated(page, site, small(site.url), body);
  await expect(directory.outdated).toHaveText(AS_OF);
  site.list('/groups.json', small(site.url));
  await page.clock.runFor(26 * 60 * 60 * 1000);
  await page.reload();
  await expect.poll(async () => (await keptLists(page)).map(({ headers }) => headers.date.slice(0, 11))).toEqual(['Mon, 23 Nov']);
  await expect(directory.outdated).toHaveCount(0);
  site.answer('/groups.json', status(404));
  await page.reload();
  await expect(directory.outdated).toHaveText(AS_OF.replace('22', '23'));
});

test('Try again brings the newest list, and moves focus to the title', async ({ page, site, directory, events }) => {
  await openOutdated(page, site, small(site.url), body);
  await directory.choose('Day', 'Monday');
  site.list('/groups.json', { ...small(site.url), title: 'Newer groups' });
  await directory.tryAgain.click();
  await expect(directory.host.getByRole('heading', { name: 'Newer groups' })).toBeVisible();
  await expect(directory.title).toBeFocused();
  await expect(directory.outdated).toHaveCount(0);
  await expect(directory.tryAgain).toHaveCount(0);
  await expect(directory.chip('Monday')).toBeVisible();
  expect((await events.of('psd-ready')).map(({ detail }) => detail.groups)).toEqual([10, 10]);
  await expectKept(page, [{ ...small(site.url), title: 'Newer groups' }]);
});

test('Try again where nothing has changed takes the line away', async ({ page, site, directory, events }) => {
  await openOutdated(page, site, small(site.url), body);
  await expect(directory.outdated).toBeVisible();
  site.list('/groups.json', small(site.url));
  await directory.tryAgain.click();
  await expect(directory.outdated).toHaveCount(0);
  await expect(directory.title).toBeFocused();
  expect(await events.of('psd-ready')).toHaveLength(1);
});

test('Try again that fails once more says so, with focus where it was', async ({ page, site, directory, events }) => {
  await openOutdated(page, site, small(site.url), body);
  await expect(directory.outdated).toBeVisible();
  const answer = held(status(404));
  site.answer('/groups.json', answer.answer);
  await directory.tryAgain.press('Enter');
  await expect(directory.host.getByText('Trying again')).toBeVisible();
  await expect(directory.tryAgain).toHaveAttribute('aria-disabled', 'true');
  await expect(directory.tryAgain).toBeFocused();
  await directory.expectCount(10);
  answer.release();
  await expect(directory.outdated).toHaveText(AS_OF);
  await expect(directory.tryAgain).toBeFocused();
  expect((await events.of('psd-error')).map(({ detail }) => detail.code)).toEqual(['status', 'status']);
});

test('another list takes the line away with the old one', async ({ page, site, directory }) => {
  await openOutdated(page, site, small(site.url), body);
  await expect(directory.outdated).toBeVisible();
  site.list('/others.json', plain(['Other Group'], 'Others'));
  await directory.host.evaluate((host) => host.setAttribute('list', '/others.json'));
  await expect(directory.host.getByRole('heading', { name: 'Others' })).toBeVisible();
  await expect(directory.outdated).toHaveCount(0);
});

test('an attribute changed meanwhile leaves the line there, and the focus on its button', async ({ page, site, directory }) => {
  await openOutdated(page, site, small(site.url), body);
  await expect(directory.outdated).toBeVisible();
  await directory.tryAgain.focus();
  await directory.host.evaluate((host) => host.setAttribute('label', 'Near you'));
  await expect(directory.title).toHaveText('Near you');
  await expect(directory.outdated).toBeVisible();
  await expect(directory.tryAgain).toBeFocused();
});

test('the line is a status, said once, and the other status says nothing', async ({ page, site, directory }) => {
  const fault = held(status(404));
  await openOutdated(page, site, small(site.url), body, fault.answer);
  await directory.ready();
  const said = await directory.host.evaluateHandle((host) => {
    const said: string[] = [];
    new MutationObserver(() => {
      const words = [...host.shadowRoot!.querySelectorAll('[role="status"], [role="alert"]')].map((one) => `${one.role}: ${one.textContent}`);
      said.push(...words.filter((one) => !/: $/.test(one)));
    }).observe(host.shadowRoot!, { childList: true, characterData: true, subtree: true });
    return said;
  });
  fault.release();
  await expect(directory.outdated).toBeVisible();
  await page.clock.runFor(60_000);
  expect(await said.jsonValue()).toEqual([`status: ${AS_OF}`]);
});
