import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasCode } from './hasCode.js';

/**
 * Removes the half-made clusters (`<cluster>.new-<pid>-…`) that first starts left when they were killed. One whose
 * process lives is left alone: its initdb still writes there, and it removes the folder itself when it finds it has lost.
 */
export async function removeDrafts(cluster: string): Promise<void> {
  const prefix = `${basename(cluster)}.new-`;
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    // With retries: initdb outlives its killed starter for a moment and goes on making files.
    await rm(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}
