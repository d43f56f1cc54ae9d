import { MikroORM } from '@mikro-orm/postgresql';
import shared from '../../mikro-orm.config.js';

/**
 * Connections the process may hold for requests and jobs. The queue has 6 and one to listen: 19 a process, so that five
 * processes fit into PostgreSQL's default of 100.
 */
const POOL_SIZE = 12;

/**
 * Opens the database for use; its schema must be migrated already.
 * Every wait is bounded: for a free connection 5 s, for a statement 20 s, for a lock 10 s, idle inside a transaction 20 s.
 */
export function openDatabase(databaseUrl: string): Promise<MikroORM> {
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
    },
  });
}
