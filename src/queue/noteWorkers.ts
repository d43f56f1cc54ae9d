import type { Db } from 'pg-boss';

/** Makes the connections of a worker recognizable to the trigger below. */
export const queueConnectionName = (workerId: number): string => `re-mirai queue ${workerId}`;

/** PostgreSQL's deadlock_detected. */
const DEADLOCK = '40P01';
const MAX_ATTEMPTS = 10;

/**
 * Makes the queue note which worker holds a job, in the statement with which that worker fetches it: at no
 * moment is a job held by an unknown worker. Altering a table locks it, so this happens once. It may deadlock with
 * pg-boss's own maintenance, which locks a partition before its table, and is then done again.
 */
export async function noteWorkers(db: Db): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      await db.executeSql(NOTE_WORKERS);
      return;
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isDeadlock(error)) throw error;
    }
}

const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === DEADLOCK;

const NOTE_WORKERS = `do $do$ begin
    if exists (select 1 from pg_trigger where tgname = 'note_worker' and tgrelid = 'pgboss.job'::regclass) then
      return;
    end if;
    lock table pgboss.job in access exclusive mode;
    alter table pgboss.job add column if not exists worker int;
    create or replace function pgboss.note_worker() returns trigger language plpgsql as $trigger$ begin
      new.worker := substring(current_setting('application_name') from '^re-mirai queue (\\d+)$')::int;
      return new;
    end $trigger$;
    create or replace trigger note_worker before update on pgboss.job for each row
      when (new.state = 'active' and old.state <> 'active') execute function pgboss.note_worker();
  end $do$`;
