import { rich } from '../../fixtures/rich';
import { charity, directories } from '../../support/charity';
import { expect, test } from '../../support/test';

/** Checklist 2: headings in order at every level, real lists, a legend for each fieldset, a visible label for each control. */

test.beforeEach(({ site }) => void site.list('/groups.json', rich(site.url)));

for (const level of [1, 2, 3, 4])
  test(`headings in order at heading-level ${level}`, async ({ page, site, directory }) => {
    await page.goto(site.page('/', charity(directories(1, { 'heading-level': level }))));
    await directory.ready();
    await directory.openEverything();
    const headings = await directory.host.evaluate((host) =>
      [...host.shadowRoot!.querySelectorAll('h1, h2, h3, h4, h5, h6, [role="heading"]')]
        .filter((heading) => heading.checkVisibility())
        .map((heading) => ({ level: Number(heading.localName[1]), text: heading.textContent!.trim(), part: heading.part.value })),
    );
    const at = (find: (heading: (typeof headings)[number]) => boolean) => headings.filter(find).map((heading) => heading.level);
    expect(headings[0]).toMatchObject({ level, text: 'Peer support groups' });
    expect(at(({ text }) => text === 'Need help now')).toEqual([level + 1]);
    expect(at(({ text }) => /^\d+ results$/.test(text))).toEqual([level + 1]);
    expect(new Set(at(({ part }) => part === 'card-title'))).toEqual(new Set([level + 2]));
    // Every heading is at most one level below the one before it, and all stand under the title.
    const jumps = headings.slice(1).filter((heading, index) => heading.level > headings[index].level + 1 || heading.level <= level);
    expect(jumps).toEqual([]);
    expect(headings.filter((heading) => !heading.text)).toEqual([]);
  });

test('the cards, the chips and the help lines are lists with as many items as they show', async ({ page, site, directory }) => {
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  await directory.choose('Type of cancer', 'Tongue cancer');
  await directory.choose('How it meets', 'Online');
  await expect(directory.chips).toHaveCount(2);
  const list = (holds: string) =>
    directory.host.getByRole('list').filter({ has: page.locator(`:scope > li ${holds}`) }).first();
  const cards = directory.host.getByRole('list').filter({ has: page.getByRole('article') });
  await expect(cards).toHaveCount(1);
  await expect(cards.locator(':scope > li')).toHaveCount(await directory.cards.count());
  await expect(cards.locator(':scope > li > article')).toHaveCount(await directory.cards.count());
  await expect(list('button').locator(':scope > li')).toHaveCount(2);
  await expect(list('a[href^="tel:"]').locator(':scope > li')).toHaveCount(1);
  // Lists without bullets say their role, which WebKit takes away with the bullets; and all children are items.
  const wrong = await directory.host.evaluate((host) =>
    [...host.shadowRoot!.querySelectorAll('ul, ol')]
      .filter((ul) => (getComputedStyle(ul).listStyleType === 'none' && ul.getAttribute('role') !== 'list') || [...ul.children].some((one) => one.localName !== 'li'))
      .map((ul) => ul.outerHTML.slice(0, 80)),
  );
  expect(wrong).toEqual([]);
});

test('each card is an article named by its heading', async ({ page, site, directory }) => {
  await page.goto(site.page('/', charity(directories())));
  await directory.ready();
  const names = await directory.names();
  expect(names.length).toBe(11);
  for (const name of names) await expect(directory.host.getByRole('article', { name, exact: true })).toHaveCount(1);
});

test('each fieldset has its legend first, and no legend twice', async ({ page, site, directory }) => {
  await page.goto(site.page('/', charity(directories(1, { filters: 'cancer-type audience kind format place day time soon activity' }))));
  await directory.ready();
  const legends = await directory.host.evaluate((host) =>
    [...host.shadowRoot!.querySelectorAll('fieldset')].map((set) => {
      const first = set.firstElementChild!;
      return first.localName === 'legend' && first.checkVisibility() ? first.textContent!.trim() : `no legend: ${set.outerHTML.slice(0, 80)}`;
    }),
  );
  expect(legends).toEqual(['Type of cancer', 'Who it is for', 'Kind of support', 'How it meets', 'Town or area', 'Day', 'Time of day', 'How soon', 'What people do together']);
  const loose = await directory.host.evaluate((host) =>
    [...host.shadowRoot!.querySelectorAll('input[type=checkbox]')].filter((box) => !box.closest('fieldset')).length,
  );
  expect(loose).toBe(0);
});

for (const width of [320, 1280])
  test(`every control has a visible label at ${width}px`, async ({ page, site, directory }) => {
    await page.setViewportSize({ width, height: 900 });
    // The box with the link is a control too: it shows where the clipboard is refused.
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto(site.page('/', charity(directories(1, { 'page-size': 3 }))));
    await directory.ready();
    await directory.openEverything();
    await directory.choose('Day', 'Monday');
    await directory.expectCount(2);
    await directory.copyLink.click();
    await expect(directory.host.getByRole('textbox', { name: /link/i })).toBeVisible();
    const { looked, bare } = await directory.controls.evaluateAll((controls) => {
      const shows = (element: Element) => {
        const { width, height } = element.getBoundingClientRect();
        const isThere = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        return isThere && width > 2 && height > 2 && (element as HTMLElement).innerText.trim() !== '';
      };
      const labelled = (control: Element) =>
        ['input', 'select'].includes(control.localName) ? [...((control as HTMLInputElement).labels ?? [])].some(shows) : shows(control);
      return { looked: controls.map((one) => one.localName), bare: controls.filter((one) => !labelled(one)).map((one) => one.outerHTML) };
    });
    expect(bare).toEqual([]);
    expect(new Set(looked)).toEqual(new Set(['a', 'button', 'input']));
    await expect(directory.host.locator('textarea, [contenteditable], [placeholder]')).toHaveCount(0);
  });
