import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checkout } from './checkout.mjs';
import { Obstacle, say } from './report.mjs';
import { ask, canInstallSystemPackages, installSystemPackages, onPath, run } from './run.mjs';

const release = 'secantusdb==0.6.0b17';
const environmentFolder = path.join(checkout, '.venv');
const windows = process.platform === 'win32';
const programs = path.join(environmentFolder, windows ? 'Scripts' : 'bin');
const server = path.join(programs, windows ? 'secantusd-rs.exe' : 'secantusd-rs');
const otherWays = 'or install MongoDB (`mongod` on the PATH), or set MONGODB_URI to a replica set';

/**
 * Makes sure that there is a database to start: nothing to do when `uri` names one or a mongod is on the PATH; else the
 * embedded server is installed into `.venv`. @param {string | undefined} uri
 */
export async function ensureDatabase(uri) {
  if (uri || onPath(['mongod']) !== null || isInstalled()) return;
  say('Installing the embedded database (SecantusDB, from PyPI) into .venv …');
  const python = await ensurePython();
  await makeEnvironment(python);
  const code = await run(path.join(programs, windows ? 'python.exe' : 'python'), [
    ...['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', '--only-binary=:all:'],
    // Its Python dependencies serve its Python server; the native one needs none of them.
    ...['--no-deps', release],
  ]);
  if (code !== 0 || !isInstalled()) {
    throw new Obstacle(
      `pip could not install ${release} (exit code ${code}).`,
      `check that PyPI can be reached and that your Python is 3.10 to 3.14 on Linux, macOS or Windows; ${otherWays}.`,
    );
  }
}

function isInstalled() {
  return existsSync(server) && ask(server, ['--version']).ok;
}

/** A Python that is new enough, as command and first arguments. */
async function ensurePython() {
  const found = findPython();
  if (found !== null) return found;
  if (canInstallSystemPackages()) {
    say('No Python 3.10 or newer: installing it with apt-get …');
    if (await installSystemPackages(['python3', 'python3-venv'])) {
      const installed = findPython();
      if (installed !== null) return installed;
    }
  }
  throw new Obstacle(
    'There is no Python 3.10 or newer, which installs the embedded database.',
    `install Python from python.org or your package manager (Debian, Ubuntu: \`apt install python3 python3-venv\`), ${otherWays}.`,
  );
}

function findPython() {
  const isNewEnough = ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))'];
  const candidates = ['python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.10'].map((name) => [
    name,
  ]);
  if (windows) candidates.unshift(['py', '-3']);
  return candidates.find(([command, ...first]) => ask(command, [...first, ...isNewEnough]).ok) ?? null;
}

async function makeEnvironment([command, ...first]) {
  const make = [...first, '-m', 'venv', environmentFolder];
  // What an interrupted installation left behind would be kept as it is.
  rmSync(environmentFolder, { recursive: true, force: true });
  if (ask(command, make).ok) return;
  if (canInstallSystemPackages()) {
    say('This Python has no venv module: installing python3-venv with apt-get …');
    rmSync(environmentFolder, { recursive: true, force: true });
    if ((await installSystemPackages(['python3-venv'])) && ask(command, make).ok) return;
  }
  throw new Obstacle(
    `Python cannot make a virtual environment:\n${ask(command, make).output}`,
    `install its venv module (Debian, Ubuntu: \`apt install python3-venv\`), ${otherWays}.`,
  );
}
