import { ensurePackages } from './lib/packages.mjs';
import { explain } from './lib/report.mjs';
import { checkNode } from './lib/requirements.mjs';
import { run } from './lib/run.mjs';

/** Measures the readers of texts on our own corpora (test/evaluate/). Exits with 1 when a figure is below its floor. */
async function evaluate() {
  checkNode();
  await ensurePackages();
  process.exitCode = await run(process.execPath, [
    '--import',
    'tsx',
    'test/evaluate/main.ts',
    ...process.argv.slice(2),
  ]);
}

evaluate().catch((error) => {
  explain(error);
  process.exitCode = 1;
});
