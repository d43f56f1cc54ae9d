import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { say } from './say.mjs';

const stampFile = (root) => join(root, 'node_modules', '.provisioned');

/** Names the lock and the machine: node_modules holds binaries, so one brought along from another platform does not count. */
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

/**
 * Whether node_modules holds what package-lock.json asks for: by our stamp or, after someone's own `npm install`,
 * by npm's record of what it installed, which it writes last.
 */
export function packagesAreCurrent(root) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const installed = read(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  const stamp = read(stampFile(root));
  if (stamp === stampOf(lock)) return true;
  if (stamp !== undefined && stamp.split(' ')[1] !== stampOf(lock).split(' ')[1]) return false;
  if (!satisfies(JSON.parse(installed).packages, JSON.parse(lock).packages)) return false;
  writeFileSync(stampFile(root), stampOf(lock));
  return true;
}

/** Whether every locked package is installed in its version; an optional one may be absent, as other platforms' binaries are. */
export function satisfies(installed, locked) {
  const wanted = Object.entries(locked).filter(([path]) => path !== '');
  return wanted.every(([path, { version, optional, devOptional }]) => {
    const found = installed[path];
    if (found === undefined) return Boolean(optional || devOptional);
    return found.version === version;
  });
}

/**
 * Installs exactly what the lock says. `--include=dev` also where NODE_ENV is production: the tests and the checks
 * need those packages, and start and test share one folder.
 */
export async function installPackages(root) {
  say('Installing packages (npm ci), about a minute …');
  await npm(['ci', '--include=dev'], { cwd: root });
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  writeFileSync(stampFile(root), stampOf(lock));
}
