import { readdir } from 'node:fs/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { expect, inject, it } from 'vitest';
import shared from '../../mikro-orm.config.js';
import { migrate } from '../../src/database/migrate.js';
import { createTestDatabase } from '../testkit/database.js';
import { databaseUrl, execute } from '../testkit/templateDatabase.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';
import { useOne } from '../testkit/useOne.js';
import { breaks, schemaOf } from './schemaOf.js';

/** The newest migration of the previous release. Move it on with each release, after the old code is gone. */
const PREVIOUS_RELEASE = 'Migration20261123180917';

/** An empty database, and a connection to it. */
const empty = useOne(async () => {
  const server = inject('postgresUrl');
  await execute(server, 'create database unmigrated');
  const url = databaseUrl(server, 'unmigrated');
  const db = new Client({ connectionString: url });
  await db.connect();
  return {
    ...{ url, db },
    async [Symbol.asyncDispose]() {
      await db.end();
      await execute(server, 'drop database unmigrated with (force)');
    },
  };
}, 'test');

const migrated = useOne(createTestDatabase);
const test = useApp();

it('processes that start together migrate once', async () => {
  await Promise.all([1, 2, 3, 4].map(() => migrate(empty.url)));
  const { rows } = await empty.db.query<{ name: string }>(
    'select name from mikro_orm_migrations order by id',
  );
  const files = await readdir(new URL('../../migrations', import.meta.url));
  const names = files.filter((file) => file.endsWith('.ts')).map((file) => file.replace('.ts', ''));
  expect(rows.map(({ name }) => name)).toEqual(names.toSorted());
});

it('what the previous release reads is still there, and what it writes is still accepted', async () => {
  const orm = await MikroORM.init({ ...shared, clientUrl: empty.url });
  await orm.migrator.up({ to: PREVIOUS_RELEASE }).finally(() => orm.close(true));
  const before = await schemaOf(empty.db);
  await migrate(empty.url);
  expect(breaks(before, await schemaOf(empty.db))).toEqual([]);
});

it.each([
  ['alter table message drop column summary', 'message.summary is gone'],
  ['alter table message rename column summary to digest', 'message.summary is gone'],
  ['alter table fact alter column text type varchar(10)', 'fact.text became character varying(10)'],
  ['alter table message alter column summary set not null', 'message.summary became not null'],
  [
    'alter table message alter column depth drop default, add mood text not null',
    'message.mood is required and new',
  ],
  ['alter table message alter column attempt drop default', 'message.attempt lost its default'],
  [
    'create unique index one_title on survey (title)',
    'survey has a new rule: CREATE UNIQUE INDEX ON public.survey',
  ],
  ['alter table survey add check (response_count < 9)', 'survey has a new rule: CHECK'],
  ['drop table fact', 'fact.text is gone'],
])('a migration that contracts is found: %s', async (statement, problem) => {
  const db = new Client({ connectionString: migrated.url });
  await db.connect();
  try {
    const before = await schemaOf(db);
    await db.query('begin');
    await db.query(statement);
    expect(breaks(before, await schemaOf(db)).join('\n')).toContain(problem);
    await db.query('rollback');
  } finally {
    await db.end();
  }
});

it('a long migration makes another start wait, and leaves running processes ready', async () => {
  const db = new Client({ connectionString: test.databaseUrl });
  await db.connect();
  try {
    await db.query('begin');
    await db.query('select pg_advisory_xact_lock($1)', [0x6d697261]);
    await db.query('lock table fact in access exclusive mode');
    let isMigrated = false;
    const starting = migrate(test.databaseUrl).then(() => (isMigrated = true));
    await until('the other start waits', async () => {
      const waiting =
        "select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory'";
      return (await test.app.services.orm.em.fork().execute<unknown[]>(waiting)).length === 1;
    });
    expect((await fetch(`${test.url}/readyz`)).status).toBe(200);
    expect(isMigrated).toBe(false);
    await db.query('commit');
    await starting;
  } finally {
    await db.end();
  }
});
