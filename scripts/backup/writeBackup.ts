import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { compensateFailedStep } from '../../src/queue/jobs.js';
import { type Counts, FORMAT } from './format.js';

/** About so many bytes of rows are read at a time. */
const CHUNK_BYTES = 4_000_000;

/**
 * Values look the same whatever the server's settings. The transaction sees the database as it was at one moment,
 * while the product goes on writing.
 */
const BEGIN = `begin isolation level repeatable read read only;
  set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local statement_timeout = 0`;

/**
 * Not in a backup: the secrets that the program generated, which are made anew, and the record of migrations,
 * which is in the head.
 */
const LEFT_OUT = ['secret', 'mikro_orm_migrations'];

/**
 * Writes a backup of the database into a file that only its owner can read. The file appears under its name once
 * it is complete.
 * @returns the rows of each table
 */
export async function writeBackup(databaseUrl: string, file: string): Promise<Counts> {
  const draft = join(dirname(file), `.${process.pid}-${Date.now()}.backup-draft`);
  const db = new Client({ connectionString: databaseUrl, application_name: 're-mirai backup' });
  await db.connect();
  try {
    await db.query(BEGIN);
    const counts: Counts = {};
    const handle = await open(draft, 'wx', 0o600);
    await pipeline(
      Readable.from(linesOf(db, counts)),
      createGzip(),
      handle.createWriteStream({ flush: true }),
    );
    await rename(draft, file);
    return counts;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await db.end();
  }
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

async function* linesOf(db: Client, counts: Counts): AsyncGenerator<string> {
  yield line(await headOf(db));
  for (const table of await tablesInOrder(db)) yield* tableOf(db, table, counts);
  yield line({ jobs: await unfinishedJobs(db) });
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  yield line({ tables: Object.keys(counts).length, rows });
}

async function headOf(db: Client) {
  const migrations = await db.query<{ name: string }>('select name from mikro_orm_migrations order by id');
  const dataKeys = await db.query('select id, canary from data_key order by id');
  const version = await db.query<{ server_version: string }>('show server_version');
  return {
    format: FORMAT,
    madeAt: new Date().toISOString(),
    postgres: version.rows[0]?.server_version ?? '',
    migrations: migrations.rows.map(({ name }) => name),
    dataKeys: dataKeys.rows,
  };
}

/** Every table of the product, after the tables that it refers to. */
async function tablesInOrder(db: Client): Promise<string[]> {
  const { rows } = await db.query<{ name: string; needs: string[] }>(
    `select c.relname as name, array(
       select f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
       where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid
     ) as needs from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = current_schema() and c.relkind = 'r' and c.relname <> all ($1) order by c.relname`,
    [LEFT_OUT],
  );
  const ordered: string[] = [];
  for (let left = rows; left.length > 0;) {
    const ready = left.filter(({ needs }) => needs.every((table) => ordered.includes(table)));
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle.');
    ordered.push(...ready.map(({ name }) => name));
    left = left.filter(({ name }) => !ordered.includes(name));
  }
  return ordered;
}

async function* tableOf(db: Client, table: string, counts: Counts): AsyncGenerator<string> {
  const { rows: columns } = await db.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [`"${table}"`],
  );
  const names = columns.map(({ name }) => name);
  yield line({ table, columns: names });
  const values = names.map((name) => `${name}::text`).join(', ');
  await db.query(
    `declare rows no scroll cursor for select array_to_json(array[${values}])::text as line from "${table}"`,
  );
  const digest = createHash('sha256');
  let count = 0;
  for (let size = 50; ;) {
    const { rows } = await db.query<{ line: string }>(`fetch ${size} from rows`);
    const chunk = rows.map((row) => `${row.line}\n`).join('');
    digest.update(chunk);
    count += rows.length;
    if (rows.length > 0) yield chunk;
    if (rows.length < size) break;
    // Rows of pictures are large, and rows of sessions are small.
    size = Math.max(1, Math.min(5_000, Math.floor((size * CHUNK_BYTES) / chunk.length)));
  }
  await db.query('close rows');
  counts[table] = count;
  yield line({ end: table, rows: count, sha256: digest.digest('hex') });
}

/**
 * The work that a restored database still has to do. The queue's own tables belong to a version of pg-boss and are
 * made anew. Dead letters are left out: the search for work without a job finds their step.
 */
async function unfinishedJobs(db: Client): Promise<{ name: string; data: unknown }[]> {
  const { rows: found } = await db.query<{ exists: boolean }>(
    "select to_regclass('pgboss.job') is not null as exists",
  );
  if (!found[0]?.exists) return [];
  const { rows } = await db.query<{ name: string; data: unknown }>(
    `select name, data from pgboss.job where state in ('created', 'retry', 'active') and data is not null
       and name <> $1 and name not like '\\_\\_pgboss\\_\\_%' order by created_on`,
    [compensateFailedStep.name],
  );
  return rows;
}
