import { execFile } from 'node:child_process';
import { chown, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { hasCode } from '../../sqlErrors.js';
import { DatabaseStartError } from '../errors.js';
import type { PostgresBinaries } from './postgresBinaries.js';
import type { ServerAccount } from './serverAccount.js';

interface ClusterPlan {
  cluster: string;
  binaries: PostgresBinaries;
  account: ServerAccount | undefined;
  password: string;
}

/**
 * Creates a database cluster in `cluster` unless there is one. initdb works in a temporary folder that is
 * renamed when complete, so that an interrupted run is never mistaken for a cluster, and concurrent first
 * starts continue with the same result.
 * @throws DatabaseStartError if another major version created the cluster, or if initdb fails
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
    if (!(await isCluster(cluster, binaries.major))) throw error; // A concurrent start created it first.
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Whether `cluster` already contains a complete database cluster.
 * @throws DatabaseStartError if another major version created it
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
    `The data folder ${cluster} was created by PostgreSQL ${found}, but this program includes PostgreSQL ${major}. Move it away to start empty, or dump it with ${found} and load it into the new one.`,
  );
}

async function runInitdb(plan: ClusterPlan, draft: string): Promise<void> {
  const passwordFile = join(draft, 'password');
  await writeFile(passwordFile, plan.password, { mode: 0o600 });
  if (plan.account) await chown(passwordFile, plan.account.uid, plan.account.gid);
  // The builtin locale sorts the same way on every system, regardless of the installed locales.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=mirai', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const args = ['-D', join(draft, 'cluster'), ...access, ...locale, '--no-instructions'];
  try {
    // The account may have no access to the current working directory.
    await promisify(execFile)(plan.binaries.initdb, args, { ...plan.account, cwd: '/' });
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new DatabaseStartError(
      `PostgreSQL could not create its data folder ${plan.cluster}. ${stderr || String(error)}`,
      { cause: error },
    );
  }
}

/** Flushes the folder. Otherwise a power failure could undo the rename after data has been committed. */
async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path);
  await folder.sync();
}

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
