import { defineConfig } from '@playwright/test';

/** Playwright runs the tests and Selenium drives the system's own Firefox, which Playwright cannot. */
export default defineConfig({
  testDir: './specs',
  outputDir: '../../test-results/firefox',
  // One Firefox serves all tests of a worker.
  workers: 1,
  retries: 0,
  forbidOnly: !!process.env.CI,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [[process.env.CI ? 'list' : 'line'], ['../e2e/support/closing-line.ts']],
});
