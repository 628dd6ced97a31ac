import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

/** What scripts/test.mjs sets; the fallbacks serve `npx playwright test` by hand. Workers inherit what is set here. */
process.env.WOORDHOUDER_E2E_PORT ??= '4173';
process.env.WOORDHOUDER_E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), 'woordhouder-e2e-'));

const port = process.env.WOORDHOUDER_E2E_PORT;
const baseURL = `http://127.0.0.1:${port}`;

const serverEnvironment = {
  WOORDHOUDER_DEMO: '1',
  WOORDHOUDER_DEMO_SEED: 'small',
  WOORDHOUDER_DATA_DIR: process.env.WOORDHOUDER_E2E_DATA_DIR,
  PORT: port,
  HOST: '127.0.0.1',
  NODE_ENV: 'test',
  // The journeys seed and change data: never in a database that somebody uses.
  MONGODB_URI: process.env.WOORDHOUDER_TEST_MONGODB_URI ?? '',
};

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/playwright',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  // On a busy machine an answer takes seconds: how soon it shows is measured by the benchmark.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    baseURL,
    browserName: 'chromium',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node --import tsx server/main.ts',
    url: `${baseURL}/readyz`,
    env: serverEnvironment,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
    stderr: 'pipe',
  },
});
