/** The first key of the advisory locks that worker processes hold. The second key is the worker's id. */
export const WORKER_LOCKS = 0x6d697277;

/**
 * An SQL condition: the worker whose id is in this column has died. A worker holds its lock on a connection of
 * its own, and PostgreSQL releases the lock with the connection. False if the column is null.
 */
export const isDeadWorker = (column: string): string =>
  `(${column} is not null and not exists (
     select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 2
       and database = (select oid from pg_database where datname = current_database())
       and classid = ${WORKER_LOCKS}::oid and objid = ${column}::oid))`;
