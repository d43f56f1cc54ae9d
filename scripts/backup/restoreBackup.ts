import { setTimeout } from 'node:timers/promises';
import { readdir } from 'node:fs/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../../src/config.js';
import { checkDataKeys } from '../../src/database/loadDataKeys.js';
import { migrate } from '../../src/database/migrate.js';
import { openDatabase } from '../../src/database/openDatabase.js';
import * as jobs from '../../src/queue/jobs.js';
import type { Job, Queue } from '../../src/queue/jobs.js';
import { openQueue } from '../../src/queue/queue.js';
import { BackupError, type Counts, type Head } from './format.js';
import { type Part, readBackup } from './readBackup.js';

/**
 * Replaces the contents of a database by a backup, in one transaction: completely or not at all. The tables are made
 * as they were when the backup was made, filled, and then migrated to this version.
 * @param options.force replace a database with accounts, too
 * @returns the rows of each table, as counted in the database
 * @throws BackupError if the file is damaged or from a newer version, or the database is in use or not empty
 * @throws DatabaseStartError naming the key that the encrypted values need
 */
export async function restoreBackup(
  databaseUrl: string,
  file: string,
  options: { config: Pick<Config, 'dataDir' | 'dataKeys'>; force: boolean; log: Logger },
): Promise<Counts> {
  // Everything that can be refused is refused before anything changes.
  const { head, counts } = await inspect(file);
  await assertKnown(head.migrations);
  await checkDataKeys(head.dataKeys, options.config);
  await assertReplaceable(databaseUrl, options.force);
  await using opened = new AsyncDisposableStack();
  const queue = opened.use(await openQueue({ databaseUrl, log: options.log }));
  const orm = await openDatabase(databaseUrl);
  opened.defer(() => orm.close(true));
  // Creates the record of migrations, outside the transaction.
  await orm.migrator.getPending();
  await orm.em.fork().transactional(async (em) => {
    await em.execute('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0');
    await clear(em);
    await orm.migrator.up({
      migrations: head.migrations,
      transaction: em.getTransactionContext<object>(),
    });
    for await (const part of readBackup(file)) await restorePart(em, queue, part, options.log);
    await assertCounts(em, counts);
  });
  await migrate(databaseUrl);
  return counts;
}

/** Reads the whole file once, which checks it. */
async function inspect(file: string): Promise<{ head: Head; counts: Counts }> {
  let head: Head | undefined;
  const counts: Counts = {};
  for await (const part of readBackup(file)) {
    if ('head' in part) head = part.head;
    if ('end' in part) counts[part.end] = part.rows;
  }
  if (head === undefined) throw new BackupError(`${file} is empty.`);
  return { head, counts };
}

async function assertKnown(migrations: readonly string[]): Promise<void> {
  const files = await readdir(new URL('../../migrations', import.meta.url));
  const unknown = migrations.filter((name) => !files.includes(`${name}.ts`));
  if (unknown.length > 0)
    throw new BackupError(`The backup is from a newer version: ${unknown.join(', ')} is not known here.`);
}

async function assertReplaceable(databaseUrl: string, force: boolean): Promise<void> {
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    if (await isInUse(db))
      throw new BackupError('The product is using this database. Stop all of its processes first.');
    const table = await db.query("select 1 where to_regclass('account') is not null");
    if (force || table.rowCount === 0) return;
    if ((await db.query('select 1 from account limit 1')).rowCount !== 0)
      throw new BackupError('The database is not empty. --force replaces everything in it.');
  } finally {
    await db.end();
  }
}

/** Whether processes of the product are connected. One that has just ended may be listed for a moment. */
async function isInUse(db: Client): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    const users = await db.query(
      `select 1 from pg_stat_activity
       where datname = current_database() and application_name like 're-mirai%'`,
    );
    if (users.rowCount === 0) return false;
    if (tries === 10) return true;
    await setTimeout(200);
  }
}

/** Drops the product's tables and deletes all jobs. */
async function clear(em: EntityManager): Promise<void> {
  const tables = await em.execute<{ name: string }[]>(
    `select quote_ident(tablename) as name from pg_tables
     where schemaname = current_schema() and tablename <> 'mikro_orm_migrations'`,
  );
  if (tables.length > 0) await em.execute(`drop table ${tables.map(({ name }) => name).join(', ')} cascade`);
  await em.execute('delete from mikro_orm_migrations');
  await em.execute('delete from pgboss.job');
}

async function restorePart(em: EntityManager, queue: Queue, part: Part, log: Logger): Promise<void> {
  if ('rows' in part && 'table' in part) await insertRows(em, part);
  if ('jobs' in part) for (const { name, data } of part.jobs) await sendJob(em, queue, name, data, log);
}

async function insertRows(
  em: EntityManager,
  { table, columns, rows }: { table: string; columns: string[]; rows: string[] },
): Promise<void> {
  const found = await em.execute<{ name: string; type: string }[]>(
    `select quote_ident(attname) as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = ?::regclass and attnum > 0`,
    [`"${table}"`],
  );
  const types = new Map(found.map(({ name, type }) => [name, type]));
  const values = columns.map((name, at) => {
    const type = types.get(name);
    if (type === undefined) throw new BackupError(`The table ${table} has no column ${name}.`);
    return `(line ->> ${at})::${type}`;
  });
  await em.execute(
    `insert into "${table}" (${columns.join(', ')}) select ${values.join(', ')} from json_array_elements(?::json) as line`,
    [`[${rows.join(',')}]`],
  );
}

/** Jobs may run twice, so that sending one again is always safe. */
async function sendJob(
  em: EntityManager,
  queue: Queue,
  name: string,
  data: object,
  log: Logger,
): Promise<void> {
  const job = Object.values<Job<never>>(jobs as never).find((one) => one.name === name);
  if (job === undefined) log.warn({ job: name }, 'job of the backup is not known and was left out');
  else await queue.send<object>(em, job, data);
}

async function assertCounts(em: EntityManager, expected: Counts): Promise<void> {
  for (const [table, rows] of Object.entries(expected)) {
    const [found] = await em.execute<{ count: string }[]>(`select count(*) from "${table}"`);
    if (Number(found?.count) !== rows)
      throw new BackupError(`The table ${table} has ${found?.count} rows instead of ${rows}.`);
  }
}
