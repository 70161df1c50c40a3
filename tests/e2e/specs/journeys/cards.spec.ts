import { rich } from '../../fixtures/rich';
import { charity, directories, real } from '../../support/charity';
import { expect, test } from '../../support/test';

/** What a card says, in which order, and where its links lead. */

const FOOT = "From Oracle Head & Neck Cancer UK's peer support page, 2022. Not checked since: contact the group before you travel.";

test.describe('the real list', () => {
  test.beforeEach(async ({ page, site, directory }) => {
    await page.clock.setFixedTime(new Date('2026-11-22T12:00:00Z'));
    await page.goto(site.page('/', real()));
    await directory.ready();
  });

  const words: [card: string, says: string[]][] = [
    ['Heads2gether', [
      'Head and neck cancer', 'Online, on Zoom', 'Next: Wednesday 16 December, 6:30pm Third Wednesday of every month, 6:30pm',
      'In person in Oxford, Southampton and Swindon', 'Monthly. Ask for the date.', 'Join Heads2gether',
      'Opens heads2gether.net', 'Helpline: 0800 0234 550',
    ]],
    ['Mouth Cancer Foundation', [
      'Tomorrow, 7pm Every Monday, 7pm', 'Visit Mouth Cancer Foundation', 'Patient and carer advice line: 01924 950950',
      'Email: info@mouthcancerfoundation.org', 'Facebook',
    ]],
    ['The Swallows', [
      'Next: Wednesday 9 December, 7pm Second Wednesday of every month, 7pm',
      'In person in Blackpool, Lincolnshire, Milton Keynes, Torbay and Worcester',
      'Next: Wednesday 9 December, 6:30pm Second Wednesday of every month, 6:30pm to 8pm', 'Email: info@theswallows.org.uk',
    ]],
    ['The National Association of Laryngectomee Clubs', ['020 7730 8585', 'info@laryngectomy.org.uk']],
    ['Young Tongues', ['Tongue cancer', 'Young people', 'Ask Oracle Head & Neck Cancer UK about Young Tongues']],
    ['My Silver Linings', ['Book or website', 'Ask Oracle Head & Neck Cancer UK about My Silver Linings']],
    ['Salivary Gland Cancer UK', ['Manchester and London', 'Join Salivary Gland Cancer UK', '@SGCancerUK on X', '@SGCancerUK on Instagram']],
    ['OUTpatients', ['Any cancer', 'LGBTQ+ people', 'Visit OUTpatients']],
  ];
  for (const [name, says] of words)
    test(`${name} says what a person needs`, async ({ directory }) => {
      const text = (await directory.card(name).innerText()).replace(/\s+/g, ' ');
      for (const phrase of says) expect(text).toContain(phrase);
      expect(text.endsWith(FOOT)).toBe(true);
      expect(text).not.toMatch(/click here|hybrid|[–—]|\bundefined\b|\{/i);
    });

  test('every link leads to https, mail, a phone call or a calendar file; 999 is text', async ({ directory }) => {
    await directory.openEverything();
    const links = await directory.host
      .getByRole('link')
      .evaluateAll((all) => (all as HTMLAnchorElement[]).map((link) => ({ href: link.getAttribute('href')!, text: link.innerText })));
    expect(links.length).toBeGreaterThan(30);
    const wrong = links.filter(({ href, text }) => {
      if (href.startsWith('tel:')) return href !== `tel:${text.replaceAll(' ', '')}`;
      if (href.startsWith('data:')) return !href.startsWith('data:text/calendar;charset=utf-8,BEGIN%3AVCALENDAR%0D%0A');
      if (href.startsWith('mailto:')) return !/^mailto:[\w.]+@[\w.]+(\?subject=[^&\s]+)?$/.test(href);
      return !/^https:\/\/[\w.-]+(\/|$)/.test(href);
    });
    expect(wrong).toEqual([]);
    await expect(directory.host.getByText('call 999')).toBeVisible();
    expect(links.filter(({ href, text }) => href.includes('999') || text.includes('999'))).toEqual([]);
  });

  test('a change to a group is told to the publisher, with its name filled in', async ({ directory }) => {
    await directory.more('Young Tongues').click();
    const tell = directory.link('Tell us about a change to Young Tongues');
    await expect(tell).toHaveAttribute('href', 'mailto:info@oraclehnc.org.uk?subject=A%20change%20to%20Young%20Tongues');
  });

  test('the foot of the directory: suggest a group, when the list changed, who keeps it', async ({ directory }) => {
    await expect(directory.link('Suggest a group')).toHaveAttribute('href', /^mailto:info@oraclecancertrust\.org/);
    await expect(directory.host.getByText(/^List last changed on \d{1,2} \w+ 2026$/)).toBeVisible();
    await expect(directory.host.getByText('Registered charity numbers 1142037 (England and Wales) and SC052790 (Scotland)')).toBeVisible();
  });

  test('printed, it is a plain list: all cards with their words and addresses, and nothing to press', async ({ page, directory }) => {
    await page.emulateMedia({ media: 'print' });
    for (const control of await directory.host.locator('button, input, fieldset').all()) await expect(control).toBeHidden();
    await expect(directory.cards).toHaveCount(10);
    for (const card of await directory.cards.all()) await expect(card).toBeVisible();
    await expect(directory.title).toBeVisible();
    await expect(directory.host.getByRole('heading', { name: 'Need help now' })).toBeVisible();
    const plain = await directory.cards.evaluateAll((cards) =>
      cards.map((card) => {
        const button = card.querySelector('[part~="sign-up"]')!;
        const style = getComputedStyle(card);
        return {
          edges: style.borderLeftStyle + style.borderRightStyle,
          breaks: style.breakInside,
          filled: getComputedStyle(button).backgroundColor,
          address: getComputedStyle(button, '::after').content,
        };
      }),
    );
    for (const card of plain) expect(card).toEqual({ edges: 'nonenone', breaks: 'avoid', filled: 'rgba(0, 0, 0, 0)', address: expect.stringMatching(/https:|mailto:/) });
    const lefts = await directory.cards.evaluateAll((cards) => new Set(cards.map((card) => card.getBoundingClientRect().left)).size);
    expect(lefts, 'one column').toBe(1);
  });
});

test.describe('a card with everything', () => {
  test.beforeEach(async ({ page, site, directory }) => {
    await page.clock.setFixedTime(new Date('2026-11-22T12:00:00Z'));
    site.list('/groups.json', rich(site.url));
    await page.goto(site.page('/', charity(directories(1, { 'only-groups': 'everything' }))));
    await directory.expectCount(1);
  });

  test('says all of it in order', async ({ directory }) => {
    const text = await directory.card('A Bit of Everything').innerText();
    const order = [
      'We have moved to a new hall.', 'Full: ', 'A Bit of Everything\n', 'Mouth cancer', 'In person in Oxford',
      'Next: Tuesday 24 November, midday', 'Every Tuesday, midday to 1:30pm', 'Free', 'Join A Bit of Everything', 'Say which evening suits you.',
      '01632 960009', 'everything@groups.example', 'on Facebook', 'More about A Bit of Everything',
      'Last checked 1 October 2026',
    ];
    let from = -1;
    for (const phrase of order) {
      const place = text.indexOf(phrase, from + 1);
      expect(place, `"${phrase}" in:\n${text}`).toBeGreaterThan(from);
      from = place;
    }
  });

  test('the disclosure holds the description, every meeting with its address, languages, access and source', async ({ directory }) => {
    const card = directory.card('A Bit of Everything');
    await expect(card.getByText('1 Long Street')).toBeHidden();
    await directory.more('A Bit of Everything').click();
    const text = (await card.innerText()).replace(/\s+/g, ' ');
    for (const phrase of [
      'The first paragraph.', 'The second paragraph.', 'Also called: The Old Name',
      'Community Room, 1 Long Street, Oxford OX1 1AA', 'Tea from half past eleven.',
      'Next: Friday 27 November, 6:30pm Last Friday of every month, 6:30pm', 'English and Welsh', 'Step free', 'Hearing loop',
      'Source: A leaflet, 2026', 'Tell us about a change to A Bit of Everything',
    ])
      expect(text.toLowerCase()).toContain(phrase.toLowerCase());
  });

  test('joining is the one filled button, and says what it opens', async ({ directory }) => {
    const filled = await directory.card('A Bit of Everything').evaluate((card) =>
      [...card.querySelectorAll<HTMLElement>('a, button')]
        .filter((one) => getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)')
        .map((one) => one.innerText),
    );
    expect(filled).toEqual(['Join A Bit of Everything']);
    await expect(directory.card('A Bit of Everything').getByText(/^Opens 127\.0\.0\.1/)).toBeVisible();
  });
});
