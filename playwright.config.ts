import { defineConfig } from '@playwright/test';

const chromium = process.env['ANJUNGAN_CHROMIUM'];

/** End-to-end tests: the built renderer in a real Chromium against the real lounge. A flaky test is a failed one. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/playwright',
  retries: 0,
  // Most of the time a test waits: for a voice, a clock, a browser.
  workers: 3,
  fullyParallel: true,
  expect: { timeout: 10_000 },
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    hasTouch: true,
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
    },
  },
});
