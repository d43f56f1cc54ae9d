import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { say } from './say.mjs';

/**
 * Runs `work` while no other process holds the same lock in this folder. Otherwise `npm start` and `npm test`
 * in two terminals right after a clone would overwrite each other's node_modules. A lock whose process has
 * ended is ignored.
 * @param lock `name`: the lock's name; `doing`: what its holder is doing, shown to processes that wait
 */
export async function withLock(root, lock, work) {
  const file = join(root, '.tools', `${lock.name}.lock`);
  const own = `${file}.${process.pid}`;
  mkdirSync(join(root, '.tools'), { recursive: true });
  writeFileSync(own, String(process.pid));
  try {
    await take(file, own, lock.doing);
    try {
      return await work();
    } finally {
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

async function take(file, own, doing) {
  let announced = false;
  // A hard link, so that the lock file appears with its holder's process id. An empty file would look like a
  // stale lock.
  while (!link(own, file)) {
    const holder = read(file);
    if (holder === undefined) continue;
    if (!isAlive(Number(holder))) {
      if (takeOver(file, own, holder)) return;
      await delay(10);
      continue;
    }
    if (!announced) say(`Waiting for process ${holder}, which is ${doing} …`);
    announced = true;
    await delay(200);
  }
}

/**
 * Replaces the lock of a holder that has ended by our own. Only the process that claims the holder may do so,
 * and it looks again once it has the claim, so that no live lock is ever replaced. The claim of a process that
 * ended meanwhile is claimed in turn.
 * @returns whether we hold the lock now
 */
function takeOver(file, own, holder) {
  let claim = `${file}.of-${holder}`;
  while (!link(own, claim)) {
    const claimant = read(claim);
    if (claimant === undefined || isAlive(Number(claimant))) return false;
    claim = `${claim}-${claimant}`;
  }
  const isStale = read(file) === holder;
  if (isStale) {
    const next = `${own}.next`;
    linkSync(own, next);
    renameSync(next, file);
  }
  // A process that claims this holder from here on finds that its lock has been replaced.
  for (let earlier = claim.slice(0, claim.lastIndexOf('-')); earlier.includes('.of-');) {
    rmSync(earlier, { force: true });
    earlier = earlier.slice(0, earlier.lastIndexOf('-'));
  }
  rmSync(claim, { force: true });
  return isStale;
}

function link(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0); // 0 would signal our own process group.
  } catch (error) {
    return error.code === 'EPERM';
  }
}
