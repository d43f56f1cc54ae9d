import { randomBytes } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseStartError } from '../errors.js';
import { isCluster, makeCluster } from './makeCluster.js';
import { postgresBinaries, type PostgresBinaries } from './postgresBinaries.js';
import { resolveClusterPath } from './resolveClusterPath.js';
import { getOrCreateSecretFile } from '../secretFile.js';
import { serverAccount, type ServerAccount } from './serverAccount.js';

/** Everything needed to start a server on a data folder. */
export interface DataFolder {
  /** DATA_DIR, with symbolic links resolved. */
  dataDir: string;
  /** PostgreSQL's data directory. */
  cluster: string;
  logFile: string;
  password: string;
  binaries: PostgresBinaries;
  account: ServerAccount | undefined;
}

/**
 * Creates what is missing of a data folder: the folder itself, the password and the database files.
 * @throws DatabaseStartError
 */
export async function prepareDataFolder(path: string): Promise<DataFolder> {
  await mkdir(path, { recursive: true });
  const dataDir = await realpath(path);
  const account = serverAccount();
  const binaries = await postgresBinaries(account);
  const cluster = await resolveClusterPath(dataDir, account);
  // In this order: a concurrent first start creates the password before the database files.
  const exists = await isCluster(cluster, binaries.major);
  const file = join(dataDir, 'postgres-password');
  const password = await getOrCreateSecretFile(file, () => {
    if (exists)
      throw new DatabaseStartError(
        `${file} is missing, and the database next to it cannot be opened without it. Restore the file, or move the database away to start empty.`,
      );
    return randomBytes(32).toString('hex');
  });
  await makeCluster({ cluster, binaries, account, password });
  return { dataDir, cluster, logFile: join(dataDir, 'postgres.log'), password, binaries, account };
}
