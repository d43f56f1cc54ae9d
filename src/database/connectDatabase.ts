import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { startEmbeddedPostgres } from './embedded/embeddedPostgres.js';
import { loadDataKeys } from './loadDataKeys.js';
import { migrate } from './migrate.js';
import { openDatabase } from './openDatabase.js';
import { createPoolWait } from './poolWait.js';
import { createPreparedReads } from './preparedRead.js';
import { openReplicas, readsOfPrimary } from './replicas.js';

/**
 * Connects to the database, the embedded one unless DATABASE_URL is set, migrates it, and loads its data keys.
 * @param opened closes all of it in reverse order
 * @param onConnectionWait called with each wait for a connection, in seconds
 */
export async function connectDatabase(
  config: Config,
  opened: AsyncDisposableStack,
  log: Logger,
  onConnectionWait: Parameters<typeof createPoolWait>[1],
) {
  const databaseUrl =
    config.databaseUrl ?? opened.use(await startEmbeddedPostgres({ dataDir: config.dataDir, log })).url;
  const directUrl = config.databaseDirectUrl ?? databaseUrl;
  await migrate(directUrl);
  const poolWait = createPoolWait(undefined, onConnectionWait);
  const prepared = createPreparedReads(directUrl !== databaseUrl);
  const orm = await openDatabase(databaseUrl, poolWait, prepared);
  opened.defer(() => orm.close(true));
  await loadDataKeys(orm, config);
  const replicas =
    config.databaseReplicaUrl === undefined || config.role === 'worker'
      ? undefined
      : opened.use(await openReplicas(config.databaseReplicaUrl, { orm, prepared }, log));
  return {
    orm,
    poolWait,
    databaseUrl,
    directUrl,
    replicas,
    reads: replicas ?? readsOfPrimary(orm, prepared),
  };
}
