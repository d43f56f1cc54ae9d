import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasCode } from './hasCode.js';

/**
 * Removes the incomplete clusters (`<cluster>.new-<pid>-…`) that killed first starts left behind. Skips those
 * whose process is alive: its initdb still writes there, and the process removes the folder itself.
 */
export async function removeUnfinishedClusters(cluster: string): Promise<void> {
  const prefix = `${basename(cluster)}.new-`;
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    // With retries, because initdb runs on for a moment after its parent was killed and creates more files.
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
