import type { Db, JobAttempt, PgBoss } from 'pg-boss';
import { UNEXPECTED_FAILURE } from './runJob.js';

/**
 * Ends attempts at jobs whose worker cannot finish them. The next attempt is due at once, without the delay of
 * a failed one, and the workers of the queue are woken. It counts as a retry, so that a job that kills its
 * workers goes to the dead letter in the end. The ended attempts can no longer settle the job.
 * @param db the transaction to do it in
 */
export async function handOn(boss: PgBoss, db: Db, queue: string, attempts: JobAttempt[]): Promise<void> {
  await boss.fail(queue, attempts, UNEXPECTED_FAILURE, { db });
  for (const { id } of attempts) await boss.update(queue, undefined, { id, startAfter: 0, db });
}

/** Runs statements in a transaction of the queue's own connections. Aborted if this process freezes in it. */
export async function inTransaction<T>(boss: PgBoss, run: (db: Db) => Promise<T>): Promise<T> {
  const transaction = await boss.getDb().beginTransaction?.();
  if (transaction === undefined) throw new Error('The queue cannot open a transaction.');
  try {
    const { db } = transaction;
    await db.executeSql("set local idle_in_transaction_session_timeout = '2s'");
    const result = await run(db);
    await transaction.commit();
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}
