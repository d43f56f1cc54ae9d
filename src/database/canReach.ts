import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ServerAccount } from './serverAccount.js';

const TRAVERSE = 0o1;

/**
 * Whether the account may traverse every folder on the way to `path` and has the permissions `need` on it.
 * @param need permission bits as in one digit of a mode: 4 read, 2 write, 1 execute or traverse
 */
export async function canReach(account: ServerAccount, path: string, need: number): Promise<boolean> {
  const target = await realpath(path);
  if (!(await permits(account, target, need))) return false;
  for (let folder = dirname(target); ; folder = dirname(folder)) {
    if (!(await permits(account, folder, TRAVERSE))) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function permits({ uid, gid }: ServerAccount, path: string, need: number): Promise<boolean> {
  const found = await stat(path);
  const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0;
  return ((found.mode >> shift) & need) === need;
}
