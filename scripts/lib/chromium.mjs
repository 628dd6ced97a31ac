import { existsSync } from 'node:fs';
import { Obstacle, say } from './report.mjs';
import { canInstallSystemPackages, installSystemPackages, onPath, runTool } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds or installs a Chromium for the journeys: CHROMIUM_PATH, the PATH, apt-get (as root), Playwright's own download.
 * Answers its path, or null for the one that Playwright downloaded. @returns {Promise<string | null>}
 */
export async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Obstacle(`CHROMIUM_PATH names ${given}, which does not exist.`, 'correct it or take it away.');
  }
  const found = onPath(names);
  if (found !== null) return found;
  if (canInstallSystemPackages()) {
    say('No Chromium on the PATH: installing it with apt-get …');
    const installed = (await installSystemPackages(['chromium'])) ? onPath(names) : null;
    if (installed !== null) return installed;
  }
  say('No Chromium on the PATH: downloading the one of Playwright …');
  if ((await runTool('playwright', 'playwright', ['install', 'chromium'])) === 0) return null;
  throw new Obstacle(
    'There is no Chromium for the journeys in test/e2e.',
    'install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}
