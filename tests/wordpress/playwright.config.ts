import { defineConfig } from '@playwright/test';
import common from '../e2e/playwright.config';

/** The same browser and the same rules as for the other browser tests; one WordPress, so one worker. */
export default defineConfig({
  ...common,
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  reporter: [[process.env.CI ? 'list' : 'line'], ['../e2e/support/closing-line.ts']],
});
