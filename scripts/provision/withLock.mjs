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
      discard(file, holder, `${own}.stale`);
      continue;
    }
    if (!announced) say(`Waiting for process ${holder}, which is ${doing} …`);
    announced = true;
    await delay(200);
  }
}

/** Removes a dead holder's lock. If another process has already taken the lock since, it is put back. */
function discard(file, holder, aside) {
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== holder) link(aside, file);
  rmSync(aside, { force: true });
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
