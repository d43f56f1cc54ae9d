import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { say } from './say.mjs';

/**
 * Runs `work` while no other process does the same in this folder: `npm start` and `npm test` in two terminals right
 * after a clone would otherwise take node_modules apart under each other. A lock whose process is gone counts for nothing.
 * @param lock `name`: of the lock; `doing`: what its holder does, for whoever waits
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
  // A link, so that the lock appears with its holder's number in it: an empty one would look like nobody's.
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

/** Takes a dead holder's lock away; another process may have done so and hold it anew, then it is put back. */
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
    return pid > 0 && process.kill(pid, 0); // 0 would ask after our own process group.
  } catch (error) {
    return error.code === 'EPERM';
  }
}
