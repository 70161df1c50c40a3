import { expect, type Locator, type Page } from '@playwright/test';

/** The block editor, used as an author uses it. */
export class Editor {
  private constructor(readonly page: Page) {}

  /** A new post. */
  static async open(page: Page, title: string): Promise<Editor> {
    await page.goto('/wp-admin/post-new.php');
    await page.getByRole('textbox', { name: 'Add title' }).fill(title);
    return new Editor(page);
  }

  /** Inserts a block by its name, through the inserter. */
  async insert(block: string) {
    const toggle = this.page.getByRole('button', { name: 'Toggle block inserter' });
    await toggle.click();
    await this.page.getByRole('searchbox', { name: 'Search for blocks and patterns' }).fill(block);
    // The icon is a character of its own.
    await this.page.getByRole('option', { name: new RegExp(`^\\P{L}*${block}$`, 'u') }).click();
    await toggle.click();
    // The inserter and the inspector have no room beside each other.
    const isOpen = this.page.getByRole('button', { name: 'Close settings' });
    if (!(await isOpen.isVisible())) await this.page.getByRole('button', { name: 'Settings', exact: true }).click();
    await expect(isOpen).toBeVisible();
  }

  /** A field of the inspector. */
  field(label: string, options: { exact?: boolean } = {}): Locator {
    return this.inspector.getByLabel(label, options);
  }

  /** Opens a panel of the inspector. */
  async panel(title: string) {
    const toggle = this.inspector.getByRole('button', { name: title });
    if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  }

  /** Adds a word to a field of several. */
  async token(label: string, word: string) {
    await this.field(label).fill(word);
    await this.page.keyboard.press('Enter');
  }

  /** Publishes, and gives the post's address. */
  async publish(): Promise<string> {
    await this.page.getByRole('button', { name: 'Publish', exact: true }).click();
    const panel = this.page.getByRole('region', { name: 'Editor publish' });
    await panel.getByRole('button', { name: 'Publish', exact: true }).click();
    const link = panel.getByRole('link', { name: 'View Post' });
    await expect(link).toBeVisible();
    return (await link.getAttribute('href'))!;
  }

  private get inspector(): Locator {
    return this.page.getByRole('region', { name: 'Editor settings' });
  }
}
