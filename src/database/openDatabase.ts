import { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import shared from '../../mikro-orm.config.js';
import { Secret } from '../entities/Secret.js';
import { discardBrokenConnections } from './poolRecovery.js';
import type { PoolWait } from './poolWait.js';

/**
 * Connections per process for requests and jobs. The queue uses 6 more and one to listen, 19 in total, so
 * that five processes fit into PostgreSQL's default of 100.
 */
const POOL_SIZE = 12;

/**
 * Opens the migrated database. Every wait is bounded: 5 s for a free connection, 20 s for a statement, 10 s
 * for a lock and 20 s idle in a transaction.
 * @param wait measures how long callers wait for a connection
 */
export function openDatabase(databaseUrl: string, wait?: PoolWait): Promise<MikroORM> {
  return MikroORM.init({
    ...shared,
    clientUrl: databaseUrl,
    pool: { min: 0, max: POOL_SIZE },
    driverOptions: {
      connectionTimeoutMillis: 5_000,
      statement_timeout: 20_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 20_000,
      keepAlive: true,
      application_name: 're-mirai',
      onPoolCreated: (pool: Pool) => {
        discardBrokenConnections(pool);
        wait?.observe(pool);
      },
    },
  });
}

/**
 * Reads a secret from the database, or generates and stores it, so that sessions survive a restart and all
 * processes share it. Concurrent callers get the same secret.
 * @param make called if the secret does not exist yet
 */
export async function getOrCreateSecret(orm: MikroORM, name: string, make: () => string): Promise<string> {
  const em = orm.em.fork();
  const known = await em.findOne(Secret, { name });
  if (known !== null) return known.value;
  await em.createQueryBuilder(Secret).insert({ name, value: make() }).onConflict().ignore().execute();
  return (await em.findOneOrFail(Secret, { name })).value;
}
