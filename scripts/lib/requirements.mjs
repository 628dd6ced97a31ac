import { Obstacle } from './report.mjs';

const needed = [20, 19];

/** Throws an Obstacle when this Node is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return;
  throw new Obstacle(
    `Node ${process.versions.node} is too old: Woordhouder needs ${needed.join('.')} or newer.`,
    'install a current Node from nodejs.org (or with nvm: `nvm install 22`) and run this again.',
  );
}
