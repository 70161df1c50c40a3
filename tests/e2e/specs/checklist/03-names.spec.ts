import { rich } from '../../fixtures/rich';
import { charity, directories, real } from '../../support/charity';
import { painted } from '../../support/paint';
import { expect, test } from '../../support/test';

/** Checklist 3: the accessible name starts with the visible text; no two links with one name and two targets. */

interface Named {
  role: string;
  /** What the browser tells assistive technology. */
  name: string;
  text: string;
  href: string;
}

for (const [which, markup] of [
  ['every kind of entry', charity(directories())],
  ['the real list', real()],
] as const) {
  test.describe(which, () => {
    let controls: Named[];

    test.beforeEach(async ({ page, site, directory }) => {
      site.list('/groups.json', rich(site.url));
      await page.goto(site.page('/', markup));
      await directory.ready();
      await directory.openEverything();
      await directory.choose('Type of cancer', 'Tongue cancer');
      await expect(directory.chips).toHaveCount(1);
      // What the other choices would give is counted once the cards are painted.
      await painted(page);
      // The names come from Chromium's own accessibility tree, by the way of its aria snapshot.
      const found = await directory.controls.all();
      controls = [];
      for (const control of found) {
        const [line] = (await control.ariaSnapshot()).split('\n');
        const [, role, name = ''] = /^- '?(\w+)(?: "((?:[^"\\]|\\.)*)")?/.exec(line)!;
        const { text, href } = await control.evaluate((element) => ({
          text: ((element as HTMLInputElement).labels?.[0] ?? (element as HTMLElement)).innerText,
          href: element.getAttribute('href') ?? '',
        }));
        controls.push({ role, name: name.replaceAll('\\"', '"'), text: text.replace(/\s+/g, ' ').trim(), href });
      }
    });

    test('each name starts with the text that shows', () => {
      expect(new Set(controls.map((control) => control.role))).toEqual(new Set(['link', 'button', 'checkbox', 'searchbox', 'combobox']));
      expect(controls.filter(({ name, text }) => !text || !name.startsWith(text))).toEqual([]);
    });

    test('no two links have one name and two targets', () => {
      const targets = new Map<string, Set<string>>();
      const links = controls.filter((control) => control.role === 'link');
      for (const { name, href } of links) targets.set(name, (targets.get(name) ?? new Set()).add(href));
      expect(links.length).toBeGreaterThan(20);
      expect([...targets].filter(([, hrefs]) => hrefs.size > 1).map(([name, hrefs]) => [name, [...hrefs]])).toEqual([]);
    });

    test('no two buttons have one name', () => {
      const names = controls.filter((control) => control.role === 'button').map((control) => control.name);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    });

    test('link text makes sense alone: it names the group, or is what its line names', async ({ directory }) => {
      const vague = await directory.cards.evaluateAll((cards) =>
        cards.flatMap((card) => {
          const name = (card.querySelector('[part~="card-title"]') as HTMLElement).innerText;
          return [...card.querySelectorAll('a')]
            .filter((link) => link.checkVisibility())
            .filter((link) => {
              const text = link.innerText.trim();
              if (text.includes(name)) return false;
              // A bare number, a bare address and the name of a source: the line that it stands in says what it is.
              const line = link.closest<HTMLElement>('li, p')!.innerText;
              const bare = /^[\d ()+]+$/.test(text) || /^\S+@\S+\.\S+$/.test(text) || line.startsWith('Source: ');
              return !(bare && /^\S.*: ?$/.test(line.slice(0, line.indexOf(text))));
            })
            .map((link) => `${name}: ${link.innerText}`);
        }),
      );
      expect(vague).toEqual([]);
      const names = controls.filter((control) => control.role === 'link').map((control) => control.name);
      expect(names.filter((name) => /^(click )?here$|^(read )?more$|^link$|^website$/i.test(name))).toEqual([]);
    });
  });
}
