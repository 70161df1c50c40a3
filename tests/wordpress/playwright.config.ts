import { defineConfig } from '@playwright/test';
import common from '../e2e/playwright.config';

/** The same browser and the same rules as for the other browser tests; one WordPress, so one worker. */
export default defineConfig({
  ...common,
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 1,
  // The block editor is a heavy program, and its server runs on the same machine.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: { ...common.use, actionTimeout: 30_000 },
  reporter: [[process.env.CI ? 'list' : 'line'], ['../e2e/support/closing-line.ts']],
});
