import { type Client, escapeLiteral } from 'pg';
import type { JobAttempt, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { handOn, inTransaction } from './handOn.js';
import { isDeadWorker, WORKER_LOCKS } from './workerLock.js';

/** How long a worker may be without its lock, for example while the database restarts. */
const GRACE_MS = 1_000;

/** Without parameters: the portal of a statement with parameters would hold back vacuum until the next one. */
const findDead = (queues: string[]): string => `select distinct worker from pgboss.job
  where name in (${queues.map(escapeLiteral).join()}) and state = 'active' and ${isDeadWorker('worker')}`;
/** A locked job is settling at this moment, or the next look finds it again. */
const TAKE_JOBS = `select name, id, retry_count as "retryCount" from pgboss.job
  where name = any($1) and state = 'active' and worker = $2 for update skip locked`;

/**
 * Looks for jobs whose worker has died and hands them on.
 * @param queues the names of the queues whose jobs this process can run
 * @returns one look, to be repeated on the same connection
 */
export function startTakingOver(
  boss: PgBoss,
  queues: () => string[],
  log: Logger,
): (connection: Client) => Promise<void> {
  let firstSeenDead = new Map<number, number>();

  async function takeOver(worker: number): Promise<void> {
    const jobs = await inTransaction(boss, async (db) => {
      // Not free if another process is taking over, or if the worker is back. It waits for this transaction.
      const lock = 'select pg_try_advisory_xact_lock($1, $2) as free';
      const locked: { rows: { free: boolean }[] } = await db.executeSql(lock, [WORKER_LOCKS, worker]);
      if (locked.rows[0]?.free !== true) return 0;
      const taken: { rows: (JobAttempt & { name: string })[] } = await db.executeSql(TAKE_JOBS, [
        queues(),
        worker,
      ]);
      for (const [queue, attempts] of Map.groupBy(taken.rows, ({ name }) => name))
        await handOn(boss, db, queue, attempts);
      return taken.rows.length;
    });
    if (jobs > 0) log.warn({ worker, jobs }, 'jobs of a dead worker handed on');
  }

  return async (connection) => {
    const { rows } = await connection.query<{ worker: number }>(findDead(queues()));
    const now = performance.now();
    firstSeenDead = new Map(rows.map(({ worker }) => [worker, firstSeenDead.get(worker) ?? now]));
    for (const [worker, since] of firstSeenDead) {
      if (now - since < GRACE_MS) continue;
      await takeOver(worker).catch((error: unknown) =>
        log.warn({ worker, error }, 'jobs of a dead worker not handed on, will retry'),
      );
    }
  };
}
