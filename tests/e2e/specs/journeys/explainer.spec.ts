import { real } from '../../support/charity';
import { expect, test } from '../../support/test';

/** "What is peer support?" holds every fact that was agreed for it, and help stands above it, always visible. */

const facts: Record<string, RegExp[]> = {
  'what it is': [/help each other/, /nobody is the expert/i, /change from day to day/],
  'its four aims': [/bring together people/, /accepted and understood/, /equally important/, /give and receive/],
  'what people have in common': [/the same cancer/i, /treatment/, /\bage\b/, /LGBTQ\+/, /carer/],
  'what they do together': [/one topic/, /anything/, /speakers/, /activity/, /mixture/],
  'how they take part': [/in person/i, /\bcall\b/, /social network/, /online community/, /by email/, /by phone/, /text message/],
  'how many take part': [/self-help/, /support group/, /one to one/, /mentoring/, /befriending/, /agree/],
  'what it does for people': [/wellbeing/, /cope/, /open up/, /ideas/, /not alone/, /connect/, /belong/, /strengths/, /self-esteem/, /confidence/, /hopeful/],
};

test.beforeEach(async ({ page, site, directory }) => {
  await page.goto(site.page('/', real()));
  await directory.ready();
});

test('closed at first, complete when open', async ({ directory }) => {
  await expect(directory.explainer).toHaveAttribute('aria-expanded', 'false');
  await directory.explainer.click();
  const id = await directory.explainer.getAttribute('aria-controls');
  const text = await directory.host.locator(`[id="${id}"]`).innerText();
  for (const [what, phrases] of Object.entries(facts)) for (const phrase of phrases) expect(text, what).toMatch(phrase);
});

test('four kinds in a numbered list, seven gains and four aims in plain ones', async ({ directory }) => {
  await directory.explainer.click();
  const lists = await directory.host.evaluate((host) =>
    [...host.shadowRoot!.querySelectorAll('ul, ol')]
      .filter((list) => list.checkVisibility() && !list.closest('article, form') && !list.getAttribute('role'))
      .map((list) => `${list.localName} ${list.children.length}`),
  );
  expect(lists).toEqual(['ul 4', 'ol 4', 'ul 7']);
});

test('help stands above, visible, with numbers that call', async ({ directory }) => {
  const help = directory.host.getByRole('heading', { name: 'Need help now' });
  await expect(help).toBeVisible();
  await expect(directory.link('0808 808 00 00').first()).toHaveAttribute('href', 'tel:08088080000');
  await expect(directory.link('116 123').first()).toHaveAttribute('href', 'tel:116123');
  await expect(directory.host.getByText('8am to 8pm every day').first()).toBeVisible();
  await expect(directory.host.getByText('any time').first()).toBeVisible();
  await expect(directory.host.getByText('They are not medical care.')).toBeVisible();
  expect((await help.boundingBox())!.y).toBeLessThan((await directory.explainer.boundingBox())!.y);
});

test('explainer="no" leaves it out', async ({ page, site, directory }) => {
  await page.goto(site.page('/', real({ explainer: 'no' })));
  await directory.ready();
  await expect(directory.explainer).toHaveCount(0);
  await expect(directory.host.getByRole('heading', { name: 'Need help now' })).toBeVisible();
});
