import { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import shared from '../../mikro-orm.config.js';
import { Secret } from '../entities/Secret.js';
import { connectionLimits } from './connectionLimits.js';
import { databaseClient, hostUrls } from './databaseClient.js';
import { discardEndedConnections } from './poolRecovery.js';

/**
 * Connections per process for requests and jobs. The queue uses 6 more, one to listen and one for its lock, 20 in
 * total, so that four processes fit into PostgreSQL's default of 100 while others restart.
 */
const POOL_SIZE = 12;

/**
 * Opens the migrated database. Every wait is bounded: 5 s for a free connection, 8 s for a lock, and those of
 * connectionLimits.
 * @param observers see the pool once it is created
 */
export function openDatabase(
  databaseUrl: string,
  ...observers: { observe(pool: Pool): void }[]
): Promise<MikroORM> {
  return MikroORM.init({
    ...shared,
    clientUrl: hostUrls(databaseUrl)[0],
    pool: { min: 0, max: POOL_SIZE },
    driverOptions: {
      ...connectionLimits,
      Client: databaseClient(databaseUrl),
      lock_timeout: 8_000,
      application_name: 're-mirai',
      onPoolCreated: (pool: Pool) => {
        discardEndedConnections(pool);
        for (const observer of observers) observer.observe(pool);
      },
    },
  });
}

/**
 * Resolves if the database can be reached and accepts writes.
 * @throws what the database reports, or Error if it is read-only
 */
export async function checkDatabase(orm: MikroORM): Promise<void> {
  const [row] = await orm.em
    .fork()
    .execute<[{ state: string }]>("select current_setting('transaction_read_only') as state");
  if (row.state === 'on') throw new Error('The database accepts no writes.');
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
