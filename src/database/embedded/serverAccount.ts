import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The system user that PostgreSQL runs as. */
export interface ServerAccount {
  uid: number;
  gid: number;
}

/** The conventional unprivileged account, by number so that it needs no entry in /etc/passwd. */
const UNPRIVILEGED: ServerAccount = { uid: 65534, gid: 65534 };

/** The account for PostgreSQL, which refuses to run as root. Undefined means the current user. */
export function serverAccount(): ServerAccount | undefined {
  return process.getuid?.() === 0 ? UNPRIVILEGED : undefined;
}

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
