import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from './lib/checkout.mjs';
import { Obstacle, explain } from './lib/report.mjs';
import { checkNode } from './lib/requirements.mjs';

/** Runs the operators' command line (server/cli) on our standard input and output. Exits with its code. */
function runCommandLine() {
  checkNode();
  if (!existsSync(path.join(checkout, 'node_modules'))) installAside();
  // Absolute, because the operator's folder stays the working folder.
  const tsx = pathToFileURL(path.join(checkout, 'node_modules/tsx/dist/loader.mjs')).href;
  const program = path.join(checkout, 'server/cli/woordhouder.ts');
  const child = spawn(process.execPath, ['--import', tsx, program, ...process.argv.slice(2)], { stdio: 'inherit' });
  child.once('error', fail);
  child.once('exit', (code) => {
    process.exitCode = code ?? 128;
  });
}

/** Installs the packages with all messages on standard error: standard output belongs to the command's answer. */
function installAside() {
  const packages = pathToFileURL(path.join(checkout, 'scripts/lib/packages.mjs')).href;
  const work = `const { ensurePackages } = await import(${JSON.stringify(packages)}); await ensurePackages();`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', work], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Obstacle('The npm packages cannot be installed.', 'run `npm ci` and read its messages.');
}

/** Counts the reports anew: the one command that needs the database, and with it all that the server needs. */
async function rebuildReports() {
  const { runServerCommand } = await import('./lib/server-command.mjs');
  await runServerCommand('rebuild-reports');
}

function fail(error) {
  explain(error);
  process.exitCode = 1;
}

try {
  if (process.argv[2] === 'rebuild-reports') await rebuildReports();
  else runCommandLine();
} catch (error) {
  fail(error);
}
