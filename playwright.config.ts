// SPDX-License-Identifier: MIT
import { defineConfig } from '@playwright/test'

/** The journeys share one server, which `serve.ts` starts on an empty folder with the demonstration. */
export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '*.journey.ts',
  globalSetup: './tests/journeys/support/serve.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  // A journey that passes the second time hides a fault.
  retries: 0,
  // The longest journey takes half a minute on an idle machine.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  grepInvert: process.env['IMAGES'] ? /^(?!.*@images)/ : /@images/,
  use: {
    browserName: 'chromium',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    ...(process.env['CHROMIUM_PATH'] && { launchOptions: { executablePath: process.env['CHROMIUM_PATH'] } }),
  },
})
