import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { pino } from 'pino';
import { migrate } from '../../src/database/migrate.js';
import { openQueue } from '../../src/queue/queue.js';

/** Created once for each server, with all migrations. Every test database is a copy of it. */
const TEMPLATE = 'mirai_template';

/** A database for one test or one file. It is dropped at the end, even while clients are connected. */
export interface TestDatabase {
  url: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Creates the migrated database that `copyTemplate` copies. */
export async function createTemplate(server: string): Promise<void> {
  await execute(server, `create database ${TEMPLATE}`);
  const url = databaseUrl(server, TEMPLATE);
  await migrate(url);
  const queue = await openQueue({ databaseUrl: url, log: pino({ level: 'warn' }) });
  await queue[Symbol.asyncDispose]();
  // A database with connections cannot be copied.
  await execute(server, `alter database ${TEMPLATE} with is_template true allow_connections false`);
}

/** Copies the migrated template, which is many times faster than migrating. */
export async function copyTemplate(server: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(server, `create database ${name} template ${TEMPLATE}`);
  let dropping: Promise<void> | undefined;
  return {
    url: databaseUrl(server, name),
    [Symbol.asyncDispose]: () => (dropping ??= execute(server, `drop database ${name} with (force)`)),
  };
}

/** The same server, another database. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement on a connection of its own. */
export async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
