import { execFile } from 'node:child_process';
import { chown, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseStartError } from './databaseStartError.js';
import { hasCode } from './hasCode.js';
import type { PostgresBinaries } from './postgresBinaries.js';
import type { ServerAccount } from './serverAccount.js';

interface ClusterPlan {
  cluster: string;
  binaries: PostgresBinaries;
  account: ServerAccount | undefined;
  password: string;
}

/**
 * Sees to it that `cluster` holds a database cluster of our major version.
 * initdb works in a folder beside it that is renamed when whole, so one cut short is never taken for a cluster, and of
 * two first starts at once one wins and both go on with its result.
 * @throws DatabaseStartError when another major version made it, or initdb fails
 */
export async function makeCluster(plan: ClusterPlan): Promise<void> {
  const { cluster, account, binaries } = plan;
  if (await isCluster(cluster, binaries.major)) return;
  const draft = await mkdtemp(`${cluster}.new-${process.pid}-`);
  try {
    if (account) await chown(draft, account.uid, account.gid);
    await runInitdb(plan, draft);
    await rename(join(draft, 'cluster'), cluster);
    await syncFolder(dirname(cluster));
  } catch (error) {
    if (!(await isCluster(cluster, binaries.major))) throw error; // Another start was quicker.
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Whether `cluster` holds a whole database cluster already.
 * @throws DatabaseStartError when another major version made it
 */
export async function isCluster(cluster: string, major: number): Promise<boolean> {
  let found: string;
  try {
    found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
  if (found === String(major)) return true;
  throw new DatabaseStartError(
    `The data folder ${cluster} was made by PostgreSQL ${found}, but this program brings PostgreSQL ${major}: move it away to start empty, or dump it with ${found} and load it into the new one.`,
  );
}

async function runInitdb(plan: ClusterPlan, draft: string): Promise<void> {
  const passwordFile = join(draft, 'password');
  await writeFile(passwordFile, plan.password, { mode: 0o600 });
  if (plan.account) await chown(passwordFile, plan.account.uid, plan.account.gid);
  // The builtin locale sorts and compares alike on every system, whatever locales it has installed.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=mirai', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const args = ['-D', join(draft, 'cluster'), ...access, ...locale, '--no-instructions'];
  try {
    // cwd: ours may be closed to the account.
    await promisify(execFile)(plan.binaries.initdb, args, { ...plan.account, cwd: '/' });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new DatabaseStartError(
      `PostgreSQL could not make its data folder ${plan.cluster}. ${said || String(error)}`,
      { cause: error },
    );
  }
}

/** Without this a power cut could undo the rename after data has been committed inside. */
async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path);
  await folder.sync();
}
