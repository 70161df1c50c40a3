import { small } from '../../fixtures/lists';
import { embed, page as wholePage } from '../../support/markup';
import { expect, test } from '../../support/test';

/** What a page says of the element by name is the partner's own will; what it registers for itself stays its own. */

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

const styled = (css: string) => wholePage(embed(), { head: `<style>${css}</style>` });

test('a page may hide the element, by a rule or by its style, and show it again', async ({ page, site, directory }) => {
  await page.goto(site.page('/', styled('.away { display: none }')));
  await directory.ready();
  await directory.host.evaluate((host) => host.classList.add('away'));
  await expect(directory.region).toBeHidden();
  await directory.host.evaluate((host) => host.classList.remove('away'));
  await expect(directory.region).toBeVisible();
  // As Vue's v-show does.
  await directory.host.evaluate((host) => ((host as HTMLElement).style.display = 'none'));
  await expect(directory.region).toBeHidden();
  await directory.host.evaluate((host) => ((host as HTMLElement).style.display = ''));
  await directory.choose('Day', 'Monday');
  await directory.expectCount(2);
});

test('a page may make the element narrower, and set it in the middle', async ({ page, site, directory }) => {
  await page.goto(site.page('/', styled('body { margin: 0 } peer-support-directory { max-width: 800px; margin-inline: auto }')));
  await directory.ready();
  const box = (await directory.host.boundingBox())!;
  expect(box.width).toBe(800);
  expect(box.x).toBe((1280 - 800) / 2);
});

test('custom properties that a page registers for itself do not reach in', async ({ page, site, directory }) => {
  const names = ['accent', 'text', 'background', 'border', 'muted', 'focus', 'space', 'radius', 'control', 'target'];
  const looks = () =>
    directory.host.evaluate((host) => [...host.shadowRoot!.querySelectorAll('*')].map((one) => {
      const { color, backgroundColor, borderTopColor, padding, borderRadius } = getComputedStyle(one);
      return [one.localName, color, backgroundColor, borderTopColor, padding, borderRadius].join(' ');
    }));
  await page.goto(site.page('/', styled('')));
  await directory.ready();
  const plain = await looks();
  const rules = names.map((name) => `@property --${name} { syntax: "${/space|radius|target/.test(name) ? '<length>' : '<color>'}"; inherits: false; initial-value: ${/space|radius|target/.test(name) ? '99px' : 'red'} }`);
  await page.goto(site.page('/', styled(rules.join('\n'))));
  await directory.ready();
  expect(await looks()).toEqual(plain);
});
