import type { Page } from '@playwright/test';
import type { Directory } from '../../directory';
import { large, small } from '../../fixtures/lists';
import { status } from '../../support/answers';
import { FAILED_REQUEST, expectMessage, test } from '../../support/faults';
import { openHostPage } from '../../support/host-page';
import { expect, type Site } from '../../support/test';
import { passTime } from '../../support/time';

/** Lists and networks that are not what they were a moment ago. Choices that the list has no more are dropped. */

/** The small list, after its publisher has taken away all audiences, all towns and the groups that meet there. */
function shrunk(site: Site) {
  const { groups, ...rest } = small(site.url);
  const staying = groups.filter(({ audiences = [], meetings = [] }) => audiences.length === 0 && !meetings.some((meeting) => 'venue' in meeting));
  return { ...rest, audiences: [], groups: staying };
}

/** Takes the element out of the page and, when it has let go of its list, puts it back. */
const putBack = (directory: Directory) =>
  directory.host.evaluate(async (host) => {
    const around = host.parentElement!;
    host.remove();
    await new Promise((later) => setTimeout(later));
    around.append(host);
  });

async function copiedLink(page: Page, directory: Directory): Promise<string> {
  await page.evaluate(() => void Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined }));
  await directory.copyLink.click();
  const link = await directory.host.getByRole('textbox', { name: /link/i }).inputValue();
  await page.evaluate(() => Reflect.deleteProperty(navigator, 'clipboard'));
  return link;
}

interface World {
  page: Page;
  site: Site;
  directory: Directory;
  /** Puts the other list where the list was. */
  change: () => void;
}

const ways: [way: string, go: (world: World) => Promise<unknown>][] = [
  ['on Back', async ({ page, site, change }) => {
    await page.goto(site.page('/elsewhere', '<h1>Elsewhere</h1>'));
    change();
    await page.goBack();
  }],
  ['by a copied link', async ({ page, site, directory, change }) => {
    const link = await copiedLink(page, directory);
    await page.goto(site.page('/elsewhere', '<h1>Elsewhere</h1>'));
    change();
    await page.goto(link);
  }],
  ['as the page takes the element out and puts it back', ({ directory, change }) => {
    change();
    return putBack(directory);
  }],
  ['after "Try again"', async ({ site, directory, change }) => {
    site.answer('/groups.json', status(404));
    await putBack(directory);
    await expectMessage(directory);
    change();
    await directory.tryAgain.click();
  }],
];

for (const [way, go] of ways) {
  test.describe(`a list that has changed ${way}`, () => {
    test.beforeEach(({ calm }) => way === 'after "Try again"' && calm.allowConsole(FAILED_REQUEST));

    test('choices that exist stay, the others go', async ({ page, site, directory, events, host }) => {
      site.list('/groups.json', small(site.url));
      await openHostPage({ page, site });
      await directory.choose('Type of cancer', 'Head and neck cancer');
      await directory.choose('Who it is for', 'LGBTQ+ people');
      await directory.choose('Town or area', 'Leeds');
      await expect(directory.chips).toHaveCount(3);
      await go({ page, site, directory, change: () => site.list('/groups.json', shrunk(site)) });
      await directory.expectCount(3);
      await expect(directory.chips).toHaveText([/Head and neck cancer$/]);
      expect((await events.of('psd-ready')).at(-1)!.detail).toEqual({ groups: 4, problems: [] });
      await host.expectUntouched();
      await directory.clearAll.click();
      await directory.expectCount(4);
      await host.expectAlive();
    });

    test('fewer groups than were shown: all that there are', async ({ page, site, directory, host }) => {
      site.list('/groups.json', large(100));
      await openHostPage({ page, site });
      await directory.choose('Kind of support', 'Support group');
      await directory.showMore.click();
      await directory.showMore.click();
      await expect(directory.cards).toHaveCount(60);
      await go({ page, site, directory, change: () => site.list('/groups.json', large(30)) });
      await directory.expectCount(26);
      await expect(directory.cards).toHaveCount(26);
      await expect(directory.showMore).toHaveCount(0);
      await host.expectUntouched();
    });

    test('no group at all: it says so', async ({ page, site, directory, events, host }) => {
      site.list('/groups.json', small(site.url));
      await openHostPage({ page, site });
      await directory.choose('Who it is for', 'LGBTQ+ people');
      await expect(directory.chips).toHaveCount(1);
      await go({ page, site, directory, change: () => site.list('/groups.json', { groups: [] }) });
      await directory.expectCount(0);
      await expect(directory.chips).toHaveCount(0);
      expect((await events.of('psd-ready')).at(-1)!.detail).toEqual({ groups: 0, problems: [] });
      await host.expectUntouched();
    });
  });
}

test('offline and back: the message, then the groups again', async ({ page, context, site, directory, events, host, calm }) => {
  calm.allowConsole(FAILED_REQUEST);
  await page.clock.install();
  site.list('/groups.json', small(site.url));
  await openHostPage({ page, site });
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
  await context.setOffline(true);
  await putBack(directory);
  await passTime(page, async () => (await events.of('psd-error')).length, 250);
  expect(await events.detail('psd-error')).toEqual({ code: 'network', message: expect.stringMatching(/groups\.json cannot be loaded: /) });
  await expectMessage(directory);
  await host.expectUntouched();
  await context.setOffline(false);
  // Pressed if it still stands there: back on the network, the groups may come by themselves.
  await directory.tryAgain.evaluateAll((buttons: HTMLElement[]) => buttons.forEach((button) => button.click()));
  await directory.expectCount(2);
  await expect(directory.chip('Monday')).toBeVisible();
  expect(await events.of('psd-error')).toHaveLength(1);
  await host.expectUntouched();
  await host.expectAlive();
});
