import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkout } from './lib/checkout.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureClientBuild } from './lib/client-build.mjs';
import { ensureDatabase } from './lib/database.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { Obstacle, explain, say } from './lib/report.mjs';
import { checkNode } from './lib/requirements.mjs';
import { runTool } from './lib/run.mjs';
import { runStages, staticStages } from './lib/stages.mjs';

const results = path.join(checkout, 'test-results');
const codegen = 'GraphQL code generation and schema drift';
/** Tests never touch a database that somebody uses: MONGODB_URI is taken out, WOORDHOUDER_TEST_MONGODB_URI may name one. */
const testEnvironment = { NODE_ENV: 'test', MONGODB_URI: undefined };

const stages = [
  { name: 'install', work: install },
  ...staticStages.map((stage) => ({ ...stage, needs: ['install', ...(stage.needs ?? [])] })),
  { name: 'tests (vitest)', work: vitest, needs: ['install', codegen] },
  { name: 'client build (vite)', work: ensureClientBuild, needs: ['install', codegen] },
  { name: 'journeys (Playwright)', work: playwright, needs: ['install', codegen, 'client build (vite)'] },
];

async function install() {
  await ensurePackages();
  await ensureDatabase(process.env.WOORDHOUDER_TEST_MONGODB_URI);
}

async function vitest() {
  const file = path.join(results, 'vitest.json');
  rmSync(file, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runTool('vitest', 'vitest', args, testEnvironment);
  const report = readReport(file, 'vitest');
  // A file that cannot be loaded has no tests to count, and is a failure all the same.
  const brokenFiles = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  return tally(report.numPassedTests, report.numFailedTests + brokenFiles, code);
}

async function playwright() {
  const chromium = await ensureChromium();
  say(`Browser: ${chromium ?? 'the one Playwright downloaded'}`);
  const file = path.join(results, 'playwright.json');
  rmSync(file, { force: true });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'woordhouder-e2e-'));
  try {
    const code = await runTool('@playwright/test', 'playwright', ['test'], {
      ...testEnvironment,
      CHROMIUM_PATH: chromium ?? undefined,
      WOORDHOUDER_E2E_PORT: String(await freePort()),
      WOORDHOUDER_E2E_DATA_DIR: dataDir,
    });
    const { stats } = readReport(file, 'Playwright');
    return tally(stats.expected, stats.unexpected + stats.flaky, code);
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** A run that failed without a failed test, or that ran no test, counts as one failure. */
function tally(passed, failed, code) {
  const unexplained = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed };
}

function readReport(file, name) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Obstacle(`${name} wrote no report.`, 'read its messages above; it ended before the tests did.');
  }
}

/**
 * A port that is free now and stays so: below the range from which systems hand out ports by themselves, since the
 * database or an outgoing connection could otherwise get it before the server listens.
 */
async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

try {
  checkNode();
  mkdirSync(results, { recursive: true });
  process.exitCode = await runStages(stages);
} catch (error) {
  explain(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
