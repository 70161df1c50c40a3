import { small } from '../fixtures/lists';
import { embed, page as wholePage } from '../support/markup';
import { expect, test } from '../support/test';

/** The part of "Look" that a partner writes CSS against; what it looks like to a visitor has specs of its own. */

test.beforeEach(({ site }) => void site.list('/groups.json', small(site.url)));

const styled = (css: string) => wholePage(embed(), { head: `<style>${css}</style>` });

for (const part of ['title', 'filters', 'filter', 'search', 'results', 'card', 'card-title', 'sign-up', 'tag', 'button'])
  test(`::part(${part}) reaches it`, async ({ page, site, directory }) => {
    await page.goto(site.page('/', styled(`peer-support-directory::part(${part}) { outline: 7px solid rgb(1, 2, 3) }`)));
    await directory.ready();
    const outline = await directory.host.locator(`[part~="${part}"]`).first().evaluate((one) => getComputedStyle(one).outlineWidth);
    expect(outline).toBe('7px');
  });

const properties: [name: string, value: string, seen: RegExp][] = [
  ['--psd-text', 'rgb(1, 2, 3)', /rgb\(1, 2, 3\)/],
  ['--psd-background', 'rgb(251, 252, 253)', /rgb\(251, 252, 253\)/],
  ['--psd-border', 'rgb(1, 2, 3)', /rgb\(1, 2, 3\)/],
  ['--psd-muted', 'rgb(1, 2, 3)', /rgb\(1, 2, 3\)/],
  ['--psd-radius', '13px', /(^|\s|:)13px/],
];
for (const [name, value, seen] of properties)
  test(`${name} changes something that shows`, async ({ page, site, directory }) => {
    // A custom property is itself part of the computed style, so it is looked for in the properties that show.
    const shown = () =>
      directory.host.evaluate((host) =>
        [...host.shadowRoot!.querySelectorAll('*')].map((one) => {
          const style = getComputedStyle(one);
          return ['color', 'background-color', 'border-top-color', 'border-bottom-color', 'border-left-color', 'outline-color', 'fill', 'stroke', 'accent-color', 'border-top-left-radius']
            .map((property) => style.getPropertyValue(property))
            .join(' : ');
        }).join('\n'),
      );
    await page.goto(site.page('/', styled('')));
    await directory.ready();
    expect(await shown()).not.toMatch(seen);
    await page.goto(site.page('/', styled(`peer-support-directory { ${name}: ${value} }`)));
    await directory.ready();
    expect(await shown()).toMatch(seen);
  });

test('--psd-max-width and --psd-space change the room it takes', async ({ page, site, directory }) => {
  const height = async (css: string) => {
    await page.goto(site.page('/', styled(css)));
    await directory.ready();
    return (await directory.region.boundingBox())!;
  };
  const usual = await height('');
  expect((await height('peer-support-directory { --psd-max-width: 400px }')).width).toBeLessThanOrEqual(400);
  expect((await height('peer-support-directory { --psd-space: 40px }')).height).toBeGreaterThan(usual.height);
});

test('--psd-focus changes the ring', async ({ page, site, directory }) => {
  await page.goto(site.page('/', styled('peer-support-directory { --psd-focus: rgb(1, 2, 3) }')));
  await directory.ready();
  await directory.explainer.focus();
  await page.keyboard.press('Tab');
  const ring = await directory.host.evaluate((host) => {
    const style = getComputedStyle(host.shadowRoot!.activeElement!);
    return style.outlineColor + style.boxShadow;
  });
  expect(ring).toContain('rgb(1, 2, 3)');
});

test('it takes the font and the size of the page', async ({ page, site, directory }) => {
  await page.goto(site.page('/', styled('body { font: 22px/1.5 "Courier New", monospace }')));
  await directory.ready();
  const { family, size } = await directory.region.evaluate((region) => ({ family: getComputedStyle(region).fontFamily, size: getComputedStyle(region).fontSize }));
  expect(family).toContain('Courier New');
  expect(size).toBe('22px');
});

test('it follows the colour scheme of the page, not only of the system', async ({ page, site, directory }) => {
  const background = async (css: string) => {
    await page.goto(site.page('/', styled(css)));
    await directory.ready();
    return directory.region.evaluate((region) => {
      for (let node: Element | null = region; node; node = node.parentElement ?? ((node.getRootNode() as ShadowRoot).host || null)) {
        const { backgroundColor } = getComputedStyle(node);
        if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
      }
      return 'none';
    });
  };
  const light = await background('html { color-scheme: light }');
  const dark = await background('html { color-scheme: dark }');
  expect(light).not.toBe('none');
  expect(dark).not.toBe(light);
});

for (const width of [280, 320, 700])
  test(`it fits a container of ${width}px`, async ({ page, site, directory }) => {
    await page.goto(site.page('/', `<div style="width: ${width}px">${embed()}</div>`));
    await directory.ready();
    const wide = await directory.host.evaluate((host) => [...host.shadowRoot!.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > host.getBoundingClientRect().right + 1 && getComputedStyle(one).position !== 'absolute')
      .map((one) => one.outerHTML.slice(0, 80)));
    expect(wide).toEqual([]);
  });

test('it prints as a plain list: no controls, every card of the page', async ({ page, site, directory }) => {
  await page.goto(site.page('/', styled('')));
  await directory.ready();
  await page.emulateMedia({ media: 'print' });
  await expect(directory.search).toBeHidden();
  await expect(directory.showResults).toBeHidden();
  await expect(directory.cards.first()).toBeVisible();
});
