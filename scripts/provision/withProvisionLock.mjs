import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { say } from './say.mjs';

/**
 * Runs `work` while no other process provisions this folder: `npm start` and `npm test` in two terminals right
 * after a clone would otherwise take node_modules apart under each other. A lock whose process is gone counts for nothing.
 */
export async function withProvisionLock(root, work) {
  const file = join(root, '.tools', 'provision.lock');
  mkdirSync(join(root, '.tools'), { recursive: true });
  let announced = false;
  while (!take(file)) {
    const holder = readHolder(file);
    if (holder === undefined || !isAlive(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!announced) say(`Waiting for process ${holder}, which is installing in this folder …`);
    announced = true;
    await delay(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
