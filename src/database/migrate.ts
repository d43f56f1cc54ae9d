import { MikroORM, type SqlEntityManager } from '@mikro-orm/postgresql';
import type { Client } from 'pg';
import shared from '../../mikro-orm.config.js';
import { isDatabaseUnavailable } from '../sqlErrors.js';
import { databaseClient, hostUrls } from './databaseClient.js';
import { assertRequirements } from './requirements.js';

/** An arbitrary constant, used only by this program. Processes that start together wait for this lock. */
const MIGRATION_LOCK = 0x6d697261;
/** How long a migration waits for a table that is in use. After that the start fails and can be repeated. */
const TABLE_WITHIN = '10s';

/**
 * Runs pending migrations. Safe to call from several processes at once: one migrates, the others wait and
 * find nothing to do.
 * @param databaseUrl of several hosts, each is tried
 * @throws DatabaseStartError if the database cannot hold the product
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const hosts = hostUrls(databaseUrl);
  for (let left = hosts.length; ; left -= 1)
    try {
      return await migrateOnce(hosts[0], databaseClient(databaseUrl));
    } catch (error) {
      if (left <= 1 || !isDatabaseUnavailable(error)) throw error;
    }
}

async function migrateOnce(clientUrl: string, DatabaseClient: typeof Client): Promise<void> {
  const orm = await MikroORM.init({
    ...shared,
    clientUrl,
    pool: { min: 0, max: 2 },
    driverOptions: { Client: DatabaseClient, connectionTimeoutMillis: 5_000 },
  });
  try {
    await assertRequirements(orm.em.fork());
    await orm.em.fork().transactional(async (em: SqlEntityManager) => {
      await em.execute('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
      // Requests of running processes queue behind a migration that waits for a table.
      await em.execute(`set local lock_timeout = '${TABLE_WITHIN}'`);
      await orm.migrator.up({ transaction: em.getTransactionContext<object>() });
    });
  } finally {
    await orm.close(true);
  }
}
