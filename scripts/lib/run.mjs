import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkout } from './checkout.mjs';

const windows = process.platform === 'win32';

/**
 * Runs a program with its output shown and answers its exit code (128 when a signal ended it, 127 when it cannot be started).
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [changes] environment on top of ours; undefined removes
 * @returns {Promise<number>}
 */
export function run(command, args, changes = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: checkout,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: environment(changes),
      // npm is a .cmd file there, which only a shell can start; no argument of ours needs quoting.
      shell: windows && /^npm$|\.cmd$/.test(command),
    });
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 128));
  });
}

/** Runs a program quietly. @param {string} command @param {string[]} args @returns {{ ok: boolean, output: string }} */
export function ask(command, args) {
  const result = spawnSync(command, args, { cwd: checkout, encoding: 'utf8', env: environment({}) });
  return { ok: result.status === 0, output: `${result.stdout ?? ''}${result.stderr ?? ''}`.trim() };
}

/** Runs the command line `name` of an installed package with this Node. @param {string} packageName @param {string} name @param {string[]} args @param {NodeJS.ProcessEnv} [changes] */
export function runTool(packageName, name, args, changes) {
  const folder = path.join(checkout, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[name];
  return run(process.execPath, [path.join(folder, file), ...args], changes);
}

/** First of the programs that lies on the PATH; null when none does. @param {string[]} names @returns {string | null} */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, windows ? `${name}.exe` : name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder: the next one is asked.
      }
    }
  }
  return null;
}

/** True when packages of the system can be installed without asking anybody: root on a Debian-like machine. */
export function canInstallSystemPackages() {
  return process.getuid?.() === 0 && onPath(['apt-get']) !== null;
}

/** Installs packages of the system; answers whether it worked. @param {string[]} packages @returns {Promise<boolean>} */
export async function installSystemPackages(packages) {
  const changes = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-qq'], changes)) !== 0) return false;
  return (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], changes)) === 0;
}

/** Our environment with changes. Without a HOME the tools would write into the present folder, so they get one of their own. */
function environment(changes) {
  const result = { ...process.env };
  if (!windows && !result.HOME) {
    result.HOME = path.join(checkout, '.data', 'home');
    mkdirSync(result.HOME, { recursive: true });
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete result[name];
    else result[name] = value;
  }
  return result;
}
