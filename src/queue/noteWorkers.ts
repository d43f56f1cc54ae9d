import type { Db } from 'pg-boss';

/** Makes the connections of a worker recognizable to the trigger below. */
export const queueConnectionName = (workerId: number): string => `re-mirai queue ${workerId}`;

/**
 * Makes the queue note which worker holds a job, in the statement with which that worker fetches it: at no
 * moment is a job held by an unknown worker. Altering a table locks it, so this happens once.
 */
export async function noteWorkers(db: Db): Promise<void> {
  await db.executeSql(`do $do$ begin
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
  end $do$`);
}
