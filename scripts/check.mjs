import { ensurePackages } from './lib/packages.mjs';
import { explain } from './lib/report.mjs';
import { checkNode } from './lib/requirements.mjs';
import { runStages, staticStages } from './lib/stages.mjs';

/** Runs the checks that need neither a database nor a browser. */
async function check() {
  checkNode();
  await ensurePackages();
  process.exitCode = await runStages(staticStages);
}

check().catch((error) => {
  explain(error);
  process.exitCode = 1;
});
