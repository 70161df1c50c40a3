import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS } from './support/chromium';

/** The browser is the system's: a partner's visitors have no Playwright build of Chromium either. */
const executablePath = process.env.PSD_CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: './specs',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  // A test that passes on its second try hides a fault that some visitor meets on the first.
  retries: 0,
  forbidOnly: !!process.env.CI,
  timeout: 30_000,
  expect: { timeout: 7_500 },
  reporter: [[process.env.CI ? 'list' : 'line'], ['./support/closing-line.ts']],
  use: {
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 10_000,
    trace: 'off',
    screenshot: 'off',
    launchOptions: { executablePath, headless: true, args: CHROMIUM_ARGS },
  },
});
