import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { say } from './say.mjs';

const stampFile = (root) => join(root, 'node_modules', '.provisioned');

/**
 * Identifies the lock file and the platform: node_modules contains binaries, so a copy from another platform
 * is not valid.
 */
const stampOf = (lock) =>
  `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @returns undefined for a file that npm, started by another process, is still writing */
function parse(json) {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Whether node_modules matches package-lock.json, according to our stamp or, after a manual `npm install`,
 * according to npm's own record, which npm writes last.
 */
export function packagesAreCurrent(root) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const installed = read(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  const stamp = read(stampFile(root));
  if (stamp === stampOf(lock)) return true;
  if (stamp !== undefined && stamp.split(' ')[1] !== stampOf(lock).split(' ')[1]) return false;
  const record = parse(installed);
  if (record === undefined || !satisfies(record.packages, JSON.parse(lock).packages)) return false;
  writeFileSync(stampFile(root), stampOf(lock));
  return true;
}

/**
 * Whether every locked package is installed in its version. Optional ones, such as other platforms' binaries,
 * may be missing.
 */
export function satisfies(installed, locked) {
  const wanted = Object.entries(locked).filter(([path]) => path !== '');
  return wanted.every(([path, { version, optional, devOptional }]) => {
    const found = installed[path];
    if (found === undefined) return Boolean(optional || devOptional);
    return found.version === version;
  });
}

/**
 * Installs exactly the locked packages. `--include=dev` applies even if NODE_ENV is production, because the
 * tests and checks need those packages, and start and test share one folder.
 * @param node path of a Node that all packages support
 */
export async function installPackages(root, node) {
  say('Installing packages (npm ci), about a minute …');
  await npm(['ci', '--include=dev'], { cwd: root, node });
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  writeFileSync(stampFile(root), stampOf(lock));
}
