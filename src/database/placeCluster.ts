import { createHash, randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { canReach } from './canReach.js';
import { DatabaseStartError } from './databaseStartError.js';
import { hasCode } from './hasCode.js';
import type { ServerAccount } from './serverAccount.js';

/** Where root keeps what PostgreSQL's account could not reach inside a private folder. */
export const SHARED_FOLDER = '/var/lib/re-mirai';

const ENTER = 0o1;

/**
 * Answers where the database's files are or will be: DATA_DIR/postgres, or what a symbolic link of that name points to.
 * The link is made when we are root and DATA_DIR is closed to PostgreSQL's account, as in a home with mode 0700.
 * @param dataDir resolved: the same folder must get the same answer at every start
 * @throws DatabaseStartError when existing files have become unreachable
 */
export async function placeCluster(dataDir: string, account: ServerAccount | undefined): Promise<string> {
  const inside = join(dataDir, 'postgres');
  const existing = await lstat(inside).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (existing?.isSymbolicLink()) return resolve(dataDir, await readlink(inside));
  if (account === undefined || (await canReach(account, dataDir, ENTER))) return inside;
  if (existing !== undefined)
    throw new DatabaseStartError(
      `Under root PostgreSQL runs as user ${account.uid}, who may not enter ${dataDir}: open the folders on the way (chmod o+x) or start as another user.`,
    );
  return placeOutside(dataDir, inside);
}

/**
 * A folder with a random end, never the bare hash of the path: whoever moves DATA_DIR away keeps the link and the
 * database with it, and a new DATA_DIR in the old place must not open that one.
 */
async function placeOutside(dataDir: string, link: string): Promise<string> {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const folder = join(SHARED_FOLDER, `${name}-${randomBytes(4).toString('hex')}`);
  const cluster = join(folder, 'postgres');
  await mkdir(folder, { recursive: true });
  for (const path of [SHARED_FOLDER, folder]) await chmod(path, 0o755); // Whatever the umask.
  await writeFile(join(folder, 'belongs-to'), `${dataDir}\n`);
  try {
    await symlink(cluster, link);
    return cluster;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    await rm(folder, { recursive: true }); // Two first starts at once: the other's link stands.
    return readlink(link);
  }
}
