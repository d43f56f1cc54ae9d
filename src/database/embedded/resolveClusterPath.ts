import { createHash, randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { hasCode } from '../../sqlErrors.js';
import { DatabaseStartError } from '../errors.js';
import { canReach, type ServerAccount } from './serverAccount.js';

/** Where root stores files that PostgreSQL's account could not reach in a private folder. */
export const SHARED_FOLDER = '/var/lib/re-mirai';

const ENTER = 0o1;

/**
 * Returns where the database's files are or will be: DATA_DIR/postgres, or the target of a symbolic link of
 * that name. The link is created if the process runs as root and PostgreSQL's account cannot enter DATA_DIR,
 * as in a home folder with mode 0700.
 * @param dataDir a resolved path, so that the same folder gives the same result at every start
 * @throws DatabaseStartError if existing files have become unreachable
 */
export async function resolveClusterPath(
  dataDir: string,
  account: ServerAccount | undefined,
): Promise<string> {
  const inside = join(dataDir, 'postgres');
  const existing = await lstat(inside).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (existing?.isSymbolicLink()) return resolve(dataDir, await readlink(inside));
  if (account === undefined || (await canReach(account, dataDir, ENTER))) return inside;
  if (existing !== undefined)
    throw new DatabaseStartError(
      `When started as root, PostgreSQL runs as user ${account.uid}, which cannot enter ${dataDir}. Open the folders on the way (chmod o+x) or start as another user.`,
    );
  return placeOutside(dataDir, inside);
}

/**
 * Creates a folder whose name ends at random and is not just the hash of the path. A DATA_DIR that is moved
 * away keeps its link and its database, and a new DATA_DIR at the old path must not open that database.
 */
async function placeOutside(dataDir: string, link: string): Promise<string> {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const folder = join(SHARED_FOLDER, `${name}-${randomBytes(4).toString('hex')}`);
  const cluster = join(folder, 'postgres');
  await mkdir(folder, { recursive: true });
  for (const path of [SHARED_FOLDER, folder]) await chmod(path, 0o755); // Regardless of the umask.
  await writeFile(join(folder, 'belongs-to'), `${dataDir}\n`);
  try {
    await symlink(cluster, link);
    return cluster;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    await rm(folder, { recursive: true }); // A concurrent first start created the link first.
    return readlink(link);
  }
}
