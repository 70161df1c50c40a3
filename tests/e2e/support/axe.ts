import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe finds at every size and in both colour schemes, where at least some rules have looked at something. */
export async function findings(page: Page, looked: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const width of [320, 375, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const { passed, findings } = await axe(page);
      expect(passed).toEqual(expect.arrayContaining(looked));
      found.push(...findings.map((finding) => `${width} ${colorScheme}: ${finding}`));
    }
  return found;
}

async function axe(page: Page) {
  // One document, so there is no need to start a second page for each run.
  const results = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze();
  const tell = (kind: string) => (rule: (typeof results.violations)[number]) =>
    rule.nodes.map((node) => `${kind} ${rule.id}: ${node.target.flat().slice(-1)} ${node.any[0]?.message ?? ''}`);
  return {
    passed: results.passes.map((rule) => rule.id),
    findings: [...results.violations.flatMap(tell('violation')), ...results.incomplete.flatMap(tell('incomplete'))],
  };
}
