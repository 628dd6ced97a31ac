import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { checkout, hashOf, isStamped, stamp } from './checkout.mjs';
import { Obstacle, say } from './report.mjs';
import { run } from './run.mjs';

/** Installs the npm packages, development ones included, when package-lock.json is not what was installed last. */
export async function ensurePackages() {
  const hash = `${hashOf(['package.json', 'package-lock.json'])} ${process.platform} ${process.arch}`;
  const installed = path.join(checkout, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && isStamped('packages', hash)) return;
  if (!isNewerThanLock(installed)) {
    say('Installing npm packages (npm ci); a first time takes a minute or two …');
    // Development packages build the client and the types, so NODE_ENV=production must not leave them out.
    const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) {
      throw new Obstacle(
        `npm ci failed (exit code ${code}).`,
        'check that the npm registry can be reached (proxy settings: `npm config get proxy`), then run this again.',
      );
    }
  }
  stamp('packages', hash);
}

/** npm writes this file last, so it is newer than the lock when somebody ran `npm ci` by hand. */
function isNewerThanLock(installed) {
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(path.join(checkout, 'package-lock.json')).mtimeMs
  );
}
