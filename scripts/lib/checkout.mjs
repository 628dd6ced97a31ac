import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Root folder of this checkout; everything the scripts make lies below it. */
export const checkout = path.resolve(import.meta.dirname, '../..');

const stampFolder = path.join(checkout, 'node_modules', '.woordhouder');

/** Hash of the named files and folders of the checkout (names and contents); missing ones count as empty. @param {string[]} entries */
export function hashOf(entries) {
  const hash = createHash('sha256');
  for (const entry of entries) addTo(hash, path.join(checkout, entry));
  return hash.digest('hex');
}

/** True when step `name` last succeeded with this `hash`. @param {string} name @param {string} hash */
export function isStamped(name, hash) {
  const file = path.join(stampFolder, name);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

/** Remembers that step `name` succeeded with `hash`; lost together with node_modules. @param {string} name @param {string} hash */
export function stamp(name, hash) {
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(path.join(stampFolder, name), hash);
}

function addTo(hash, absolute) {
  if (!existsSync(absolute)) return;
  let children = null;
  try {
    children = readdirSync(absolute).sort();
  } catch (error) {
    if (error.code !== 'ENOTDIR') throw error;
  }
  if (children === null) hash.update(path.relative(checkout, absolute)).update('\0').update(readFileSync(absolute));
  else for (const child of children) addTo(hash, path.join(absolute, child));
}
