import { ensureDatabase } from './lib/database.mjs';
import { ensureGenerated } from './lib/generated.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { explain } from './lib/report.mjs';
import { checkNode } from './lib/requirements.mjs';
import { run } from './lib/run.mjs';

/** Runs the benchmarks (bench/) on a database of their own. `--cpu-prof` before other words profiles the measured process. */
async function bench() {
  checkNode();
  await ensurePackages();
  await ensureDatabase(undefined);
  await ensureGenerated();
  const words = process.argv.slice(2);
  const profile = words.filter((word) => word.startsWith('--cpu-prof'));
  const rest = words.filter((word) => !word.startsWith('--cpu-prof'));
  // As in production: libraries check more in development.
  const changes = { NODE_ENV: 'production' };
  process.exitCode = await run(process.execPath, [...profile, '--import', 'tsx', 'bench/main.ts', ...rest], changes);
}

bench().catch((error) => {
  explain(error);
  process.exitCode = 1;
});
