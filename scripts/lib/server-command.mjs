import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkout } from './checkout.mjs';
import { ensureDatabase } from './database.mjs';
import { ensureGenerated } from './generated.mjs';
import { ensurePackages } from './packages.mjs';
import { explain } from './report.mjs';
import { checkNode } from './requirements.mjs';
import { run } from './run.mjs';

/** Installs what is missing and runs a command of the server with the place the operator named. @param {'backup' | 'restore' | 'rebuild-reports'} verb */
export async function runServerCommand(verb) {
  try {
    checkNode();
    const settings = path.join(checkout, '.env');
    if (existsSync(settings)) process.loadEnvFile(settings);
    await ensurePackages();
    await ensureDatabase(process.env.MONGODB_URI);
    await ensureGenerated();
    const [place] = process.argv.slice(2);
    // npm changes the working folder; the operator means a place as seen from their own.
    const target = place === undefined ? [] : [path.resolve(process.env.INIT_CWD ?? process.cwd(), place)];
    process.exitCode = await run(process.execPath, ['--import', 'tsx', 'server/main.ts', verb, ...target]);
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
