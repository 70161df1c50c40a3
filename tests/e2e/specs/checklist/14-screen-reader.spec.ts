import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { SUNDAY } from '../../fixtures/meetings';
import { rich } from '../../fixtures/rich';
import { bytes, status } from '../../support/answers';
import { charity, directories, real } from '../../support/charity';
import { openOutdated } from '../../support/kept';
import { expect, test } from '../../support/test';

/** Checklist 14: a virtual screen reader, inside the root, reads title, help, filters, count, cards in that order. */

const reader = readFileSync(resolve(dirname(createRequire(__filename).resolve('@guidepup/virtual-screen-reader')), '../esm/index.browser.js'));

/** All that is spoken from the beginning of the widget to its end. */
async function read(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { virtual } = await import('/reader.js' as string);
    const read: string[] = [];
    // A message stands in a root of its own, before that of the groups.
    const roots = document.querySelector('peer-support-directory')!.shadowRoot!.querySelectorAll('.root');
    for (const container of [...roots].filter((root) => root.checkVisibility())) {
      await virtual.start({ container });
      const spoken: string[] = await virtual.spokenPhraseLog();
      const first = spoken[0];
      // After the end it begins again.
      do await virtual.next();
      while ((await virtual.lastSpokenPhrase()) !== first);
      const log: string[] = [...(await virtual.spokenPhraseLog())];
      read.push(...log.slice(0, -1));
      await virtual.stop();
    }
    return read;
  });
}

/** The places of phrases in what was spoken, each looked for after the one before. */
function places(spoken: string[], phrases: RegExp[]): number[] {
  let from = 0;
  return phrases.map((phrase) => {
    const place = spoken.findIndex((words, index) => index >= from && phrase.test(words));
    expect(place, `${phrase} in:\n${spoken.slice(from).join('\n')}`).toBeGreaterThanOrEqual(0);
    from = place + 1;
    return place;
  });
}

test.beforeEach(({ site }) => void site.answer('/reader.js', bytes(reader, 'text/javascript')));

test('title, help, filters, count, cards, foot', async ({ page, site, directory }) => {
  test.setTimeout(60_000);
  await page.goto(site.page('/', real()));
  await directory.ready();
  const spoken = await read(page);
  const order = [
    /^region, Peer support groups/,
    /^heading, Peer support groups, level 2/,
    /^heading, Need help now, level 3/,
    /^link, 0808 808 00 00/,
    /^link, 116 123/,
    /^button, What is peer support\?, .*not expanded/,
    /^search, Search Peer support groups/,
    /^searchbox, Search by name, type of cancer or town/,
    /^group, Type of cancer/,
    /^checkbox, Tongue cancer \(8\), not checked/,
    /^group, Who it is for/,
    /^group, Kind of support/,
    /^group, How it meets/,
    /^group, Town or area/,
    /^group, Day/,
    /^button, Show 10 results/,
    /^heading, 10 results, level 3/,
    /^list/,
    /^article, Heads2gether/,
    /^heading, Heads2gether, level 4/,
    /^link, Join Heads2gether/,
    /^button, More about Heads2gether, .*not expanded/,
    /^article, Young Tongues/,
    /^link, Ask Oracle Head & Neck Cancer UK about Young Tongues/,
    /^link, Suggest a group/,
  ];
  const found = places(spoken, order);
  expect(found).toEqual([...found].sort((one, other) => one - other));
  // Each once: no region, heading or card is read twice.
  for (const phrase of [/^region, /, /^search, /, /^heading, Peer support groups/, /^heading, Heads2gether/])
    expect(spoken.filter((words) => phrase.test(words))).toHaveLength(1);
  expect(spoken.filter((words) => /^article, /.test(words))).toHaveLength(10);
  // What is closed is not read, nor are icons.
  expect(spoken.filter((words) => /Nobody is the expert|graphics|^img|path/.test(words))).toEqual([]);
});

test('a card is read from its notices to its foot', async ({ page, site, directory }) => {
  test.setTimeout(60_000);
  await page.clock.setFixedTime(new Date(SUNDAY));
  site.list('/groups.json', rich(site.url));
  await page.goto(site.page('/', charity(directories(1, { 'only-groups': 'everything' }))));
  await directory.ready();
  const spoken = await read(page);
  places(spoken, [
    /^article, A Bit of Everything/,
    /We have moved to a new hall\./,
    /Full: not taking new people for now/,
    /^heading, A Bit of Everything/,
    /It shows all that a card can show\./,
    /Mouth cancer/,
    /Oxford/,
    /^Next: Tuesday 24 November, midday/,
    /Every Tuesday/i,
    /Free/,
    /^link, Join A Bit of Everything/,
    /Say which evening suits you\./,
    /Advice line/,
    /^link, 01632 960009/,
    /^link, everything@groups\.example/,
    /Facebook/,
    /^button, More about A Bit of Everything/,
    /Last checked 1 October 2026/,
    /^end of article/,
  ]);
  // The day as in a diary says nothing new.
  expect(spoken.filter((words) => /^(Tue|24|Nov)$/.test(words))).toEqual([]);
});

test('what is chosen and what is open are said', async ({ page, site, directory }) => {
  test.setTimeout(60_000);
  site.list('/groups.json', rich(site.url));
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  await directory.choose('Day', 'Monday');
  await directory.explainer.click();
  await directory.expectCount(2);
  // The virtual reader knows a tick only as an attribute; the browser tells real ones what is ticked.
  await expect(directory.filter('Day')).toMatchAriaSnapshot(`
    - group "Day":
      - checkbox "Monday (2)" [checked]
  `);
  const spoken = await read(page);
  places(spoken, [
    /^button, What is peer support\?, .*(?<!not )expanded/,
    /Nobody is the expert/,
    /^checkbox, Monday \(2\)/,
    /^button, Show 2 results/,
    /^heading, 2 results/,
    /^list, What you have chosen/,
    /^button, Remove filter: Monday/,
    /^button, Clear all/,
    /^button, Copy link/,
    /^article, /,
  ]);
});

test('the error is said with what to do', async ({ page, site, directory, calm }) => {
  calm.allowFailedRequests();
  site.answer('/groups.json', status(404));
  await page.goto(site.page('/', charity(directories())));
  await expect(directory.error).toBeVisible();
  places(await read(page), [/Sorry, we cannot show the groups right now\./, /^button, Try again/, /Macmillan Support Line/, /^link, 0808 808 00 00/]);
});

test('that a list is of an earlier day is said before it, with what to do', async ({ page, site, directory, calm }) => {
  test.setTimeout(60_000);
  calm.allowFailedRequests();
  await openOutdated(page, site, rich(site.url), charity(directories(1, { keep: '7d' })));
  await expect(directory.outdated).toBeVisible();
  places(await read(page), [/^We could not get the newest list\. This is the list as of \d+ \w+ \d{4}\.$/, /^button, Try again/, /^region, /, /^heading, /, /^search, /]);
});
