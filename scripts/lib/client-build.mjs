import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkout, hashOf, isStamped, stamp } from './checkout.mjs';
import { Obstacle, say } from './report.mjs';
import { runTool } from './run.mjs';

/** Builds the client into dist/client when its sources changed. */
export async function ensureClientBuild() {
  const hash = hashOf(['client', 'shared', 'vite.config.ts', 'package-lock.json']);
  if (existsSync(path.join(checkout, 'dist/client/index.html')) && isStamped('client-build', hash)) return;
  say('Building the client …');
  const code = await runTool('vite', 'vite', ['build', '--logLevel', 'warn'], { NODE_ENV: 'production' });
  if (code !== 0) {
    throw new Obstacle(
      'The client cannot be built.',
      'mend what vite names above; `npm run build` runs the build alone.',
    );
  }
  stamp('client-build', hash);
}
