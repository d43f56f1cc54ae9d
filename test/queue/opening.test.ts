import { Client } from 'pg';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { openQueue } from '../../src/queue/queue.js';
import { createTestDatabase } from '../testkit/database.js';
import { until } from '../testkit/until.js';

/** Refuses the last change of the tables, when pg-boss already runs. */
const REFUSE_TRIGGERS = `
  drop trigger note_worker on pgboss.job;
  create function refuse() returns event_trigger language plpgsql as 'begin raise exception ''no triggers here''; end';
  create event trigger refuse on ddl_command_start when tag in ('CREATE TRIGGER') execute function refuse()`;

it('a queue opens although pg-boss’s maintenance locks its tables in another order', async () => {
  await using database = await createTestDatabase();
  const [db, watching] = [0, 1].map(() => new Client({ connectionString: database.url })) as [Client, Client];
  await Promise.all([db.connect(), watching.connect()]);
  try {
    await db.query('drop trigger note_worker on pgboss.job');
    // Later than the other side, so that the other side is the one that is ended.
    await db.query("set deadlock_timeout = '20s'");
    await db.query('begin');
    await db.query('lock table pgboss.job_common in row share mode');
    const opening = openQueue({ databaseUrl: database.url, log: pino({ level: 'silent' }) });
    await until('the queue waits for the partition', async () => {
      const { rowCount } = await watching.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
           and query like '%note_worker%' and pid <> pg_backend_pid()`,
      );
      return rowCount === 1;
    });
    await db.query('lock table pgboss.job in row share mode');
    await db.query('commit');
    await using queue = await opening;
    await queue.check();
    const { rowCount } = await db.query(
      "select from pg_trigger where tgname = 'note_worker' and tgparentid = 0",
    );
    expect(rowCount).toBe(1);
  } finally {
    await Promise.all([db.end(), watching.end()]);
  }
});

it('a queue that cannot be opened leaves no connection behind', async () => {
  await using database = await createTestDatabase();
  const db = new Client({ connectionString: database.url });
  await db.connect();
  try {
    await db.query(REFUSE_TRIGGERS);
    const opening = openQueue({ databaseUrl: database.url, log: pino({ level: 'silent' }) });
    await expect(opening).rejects.toThrow('no triggers here');
    await until('all connections of the queue are closed', async () => {
      const { rowCount } = await db.query(
        'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      return rowCount === 0;
    });
  } finally {
    await db.end();
  }
});
