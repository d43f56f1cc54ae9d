import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { describe, expect, inject, it } from 'vitest';
import { serverAccount } from '../../src/database/embedded/serverAccount.js';
import { startEmbeddedPostgres } from '../../src/database/embedded/embeddedPostgres.js';
import { migrate } from '../../src/database/migrate.js';
import { startError } from '../../src/startError.js';
import { startPgBouncer } from '../testkit/pgBouncer.js';
import { newSurvey, someone, statesUntil, threeAnswers } from '../testkit/seed.js';
import { systemProgram } from '../testkit/systemProgram.js';
import { databaseUrl, execute } from '../testkit/templateDatabase.js';
import { temporaryFolder } from '../testkit/temporaryFolder.js';
import { startTestApp } from '../testkit/testApp.js';

/** Databases of all kinds of servers that people already have. */
const server = inject('postgresUrl');
const log = pino({ level: 'silent' });

async function query<T extends object>(url: string, statement: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

interface OwnDatabase extends AsyncDisposable {
  name: string;
  url: string;
  /** A login of its own, without any right beyond connecting. */
  role: string;
}

/** An empty database, and a role that is used in it. @param options of `create database` */
async function ownDatabase(options = ''): Promise<OwnDatabase> {
  const id = randomBytes(5).toString('hex');
  const [name, role] = [`foreign_${id}`, `role_${id}`];
  await execute(server, `create database ${name} ${options}`);
  await execute(server, `create role ${role} login password 'secret'`);
  const url = new URL(databaseUrl(server, name));
  [url.username, url.password] = [role, 'secret'];
  return {
    name,
    role,
    url: url.href,
    async [Symbol.asyncDispose]() {
      await execute(server, `drop database ${name} with (force)`);
      await execute(server, `drop role ${role}`);
    },
  };
}

const grantAll = async ({ name, role }: OwnDatabase): Promise<void> => {
  await execute(databaseUrl(server, name), `grant create on database ${name} to ${role}`);
  await execute(databaseUrl(server, name), `grant create on schema public to ${role}`);
};

/** What the start says, and that it created nothing. */
async function refusal({ name, url }: OwnDatabase): Promise<string> {
  const message = await migrate(url).then(() => 'it started', startError);
  const made = await query(
    databaseUrl(server, name),
    "select 1 from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  expect(made).toEqual([]);
  return message;
}

/** Three friends answer, and the persona is made. */
async function journey(env: Record<string, string>, name = '박민아 🌸'): Promise<void> {
  await using product = await startTestApp({ env });
  const { client } = await someone(product.url, name);
  const survey = await newSurvey(client, { locale: 'KO' });
  await threeAnswers(product.url, survey.slug);
  const states = await statesUntil(client, survey.persona.id, ['READY', 'FAILED']);
  expect(states.at(-1)?.status).toBe('READY');
}

describe('the start is refused, with the cure and before anything is created, by a database', () => {
  it('whose role may not create tables', async () => {
    await using own = await ownDatabase();
    const message = await refusal(own);
    expect(message).toContain(`grant create on schema public to ${own.role};`);
    expect(message).toContain(`grant create on database ${own.name} to ${own.role};`);
    // The cure works.
    await grantAll(own);
    await migrate(own.url);
  });

  it('that is not in UTF-8', async () => {
    await using own = await ownDatabase(
      `encoding 'LATIN1' template template0 locale_provider libc locale 'C'`,
    );
    await grantAll(own);
    const message = await refusal(own);
    expect(message).toContain('Its encoding is LATIN1');
    expect(message).toContain("encoding 'UTF8'");
  });

  it('that writes dates or reads strings in another style', async () => {
    await using own = await ownDatabase();
    await grantAll(own);
    await execute(server, `alter role ${own.role} set datestyle = 'SQL, DMY'`);
    await execute(server, `alter role ${own.role} set standard_conforming_strings = off`);
    const message = await refusal(own);
    expect(message.split('\n')).toHaveLength(3);
    for (const [, statement = ''] of message.matchAll(/Run: (.*)/g)) await execute(server, statement);
    await migrate(own.url);
  });

  it('without the schema that the address names', async () => {
    await using own = await ownDatabase();
    expect(await refusal({ ...own, url: `${own.url}?schema=missing` })).toContain('schema of the connection');
  });
});

describe('the journey works on a database', () => {
  it('with another time zone and other formats of intervals, bytes and numbers', async () => {
    await using own = await ownDatabase();
    await grantAll(own);
    for (const setting of [
      "timezone = 'Asia/Kathmandu'",
      "intervalstyle = 'sql_standard'",
      "bytea_output = 'escape'",
      'extra_float_digits = 0',
      "lc_monetary = 'C'",
    ])
      await execute(server, `alter role ${own.role} set ${setting}`);
    await journey({ DATABASE_URL: own.url });
  });

  it('in the schema that the address names', async () => {
    await using own = await ownDatabase();
    const inDatabase = databaseUrl(server, own.name);
    await execute(inDatabase, `create schema "My mirror" authorization ${own.role}`);
    await execute(inDatabase, `grant create on database ${own.name} to ${own.role}`);
    await journey({ DATABASE_URL: `${own.url}?schema=My%20mirror` });
    const tables = await query<{ schema: string }>(
      inDatabase,
      `select distinct relnamespace::regnamespace::text as schema from pg_class c
       where relkind = 'r' and relowner = '${own.role}'::regrole and relnamespace <> 'pgboss'::regnamespace`,
    );
    expect(tables).toEqual([{ schema: '"My mirror"' }]);
  });

  it('whose password contains every kind of character', async () => {
    await using own = await ownDatabase();
    await grantAll(own);
    const password = 'p@ss#w%rd/한글:?&+ ';
    await execute(server, `alter role ${own.role} password '${password}'`);
    await migrate(own.url.replace('secret', encodeURIComponent(password)));
  });
});

describe.skipIf(!systemProgram('openssl'))('a server with TLS (needs the program openssl)', () => {
  it('is used with TLS on every connection, or refused with the cure', async () => {
    await using folder = await temporaryFolder();
    await using tls = await startEmbeddedPostgres({ dataDir: folder.path, log });
    const [key, certificate] = ['server.key', 'server.crt'].map((name) => join(folder.path, name));
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    const files = ['-keyout', key!, '-out', certificate!];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...files, ...subject],
      {
        stdio: 'ignore',
      },
    );
    chmodSync(key!, 0o600);
    const account = serverAccount();
    if (account) chownSync(key!, account.uid, account.gid);
    const attempt = (parameters: string): Promise<string> =>
      migrate(tls.url + parameters).then(() => 'it started', startError);

    expect(await attempt('?sslmode=no-verify')).toContain('does not offer TLS');
    for (const [name, value] of [
      ['ssl_cert_file', certificate],
      ['ssl_key_file', key],
      ['ssl', 'on'],
    ])
      await execute(tls.url, `alter system set ${name} = '${value}'`);
    await execute(tls.url, 'select pg_reload_conf()');

    expect(await attempt('?sslmode=verify-full')).toContain('certificate is not trusted');
    const verified = `?sslmode=verify-full&sslrootcert=${certificate}`;
    for (const parameters of ['?sslmode=no-verify', verified]) {
      await using product = await startTestApp({ env: { DATABASE_URL: tls.url + parameters } });
      const { client } = await someone(product.url);
      const survey = await newSurvey(client);
      await threeAnswers(product.url, survey.slug);
      await statesUntil(client, survey.persona.id, ['READY']);
      const connections = await query<{ application_name: string; ssl: boolean }>(
        tls.url,
        `select application_name, ssl from pg_stat_ssl join pg_stat_activity using (pid)
         where pid <> pg_backend_pid() and backend_type = 'client backend' and application_name not like 're-mirai owner%'`,
      );
      expect(connections.length).toBeGreaterThan(3);
      expect(connections.filter(({ ssl }) => !ssl)).toEqual([]);
    }
  });
});

const pgbouncer = systemProgram('pgbouncer');
describe.skipIf(!pgbouncer)('PgBouncer in transaction mode (needs Debian’s package pgbouncer)', () => {
  it('is refused with the cure unless it lets the parameters of a connection pass', async () => {
    await using pooler = await startPgBouncer(pgbouncer!, server);
    await using own = await ownDatabase();
    await using product = await startTestApp({
      env: {
        DATABASE_URL: pooler.through(databaseUrl(server, own.name)),
        DATABASE_DIRECT_URL: databaseUrl(server, own.name),
      },
    }).catch((error: unknown) => {
      expect(startError(error)).toContain('ignore_startup_parameters');
      return null;
    });
    expect(product).toBeNull();
  });

  it('serves the journey with them', async () => {
    await using pooler = await startPgBouncer(pgbouncer!, server, [
      'ignore_startup_parameters = statement_timeout, lock_timeout, idle_in_transaction_session_timeout, options',
    ]);
    await using own = await ownDatabase();
    const direct = databaseUrl(server, own.name);
    await journey({ DATABASE_URL: pooler.through(direct), DATABASE_DIRECT_URL: direct });
  });
});
