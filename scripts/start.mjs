import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkout } from './lib/checkout.mjs';
import { ensureClientBuild } from './lib/client-build.mjs';
import { ensureDatabase } from './lib/database.mjs';
import { ensureGenerated } from './lib/generated.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { Obstacle, explain, say } from './lib/report.mjs';
import { checkNode } from './lib/requirements.mjs';

/** Installs and builds what is missing, then runs the server until it is told to stop. Exits with the server's code. */
async function start() {
  checkNode();
  const settings = path.join(checkout, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  await ensurePackages();
  await ensureDatabase(process.env.MONGODB_URI).catch(goOnWithoutIt);
  await ensureGenerated();
  await ensureClientBuild();
  say('Starting …');
  runServer();
}

/** The server knows one more way, and says all of them when that fails too. */
function goOnWithoutIt(error) {
  if (!(error instanceof Obstacle)) throw error;
  explain(error);
}

function runServer() {
  const demo = process.argv.includes('--no-demo') || process.env.NODE_ENV === 'production' ? '0' : '1';
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: checkout,
    stdio: 'inherit',
    env: {
      ...process.env,
      WOORDHOUDER_DEMO: process.env.WOORDHOUDER_DEMO || demo,
      // A person at a terminal reads the lines of the start; trouble is still told.
      LOG_LEVEL: process.env.LOG_LEVEL || (demo === '1' ? 'warn' : 'info'),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the server as well; sent twice it would count as impatience.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.once('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128;
    process.exit();
  });
}

start().catch((error) => {
  explain(error);
  process.exitCode = 1;
});
