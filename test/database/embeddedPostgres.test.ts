import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstat, mkdir, readFile, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/database/embedded/embeddedPostgres.js';
import { isPostmaster, runningPostmaster } from '../../src/database/embedded/runningPostmaster.js';
import { serverAccount } from '../../src/database/embedded/serverAccount.js';
import { temporaryFolder } from '../testkit/temporaryFolder.js';
import { startOwner } from './startOwner.js';

const start = (dataDir: string): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, log: pino({ level: 'silent' }) });

async function ask(url: string | undefined, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url ?? '' });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const writeNote = (url: string | undefined): Promise<unknown> =>
  ask(url, "create table note (text text); insert into note values ('kept')");

test('a second start keeps all data', async () => {
  await using folder = await temporaryFolder();
  {
    await using first = await start(folder.path);
    await writeNote(first.url);
  }
  await using second = await start(folder.path);
  expect(await ask(second.url, 'select text from note')).toEqual([{ text: 'kept' }]);
});

test('nothing is confirmed before it is on the disk, and text sorts alike on every machine', async () => {
  await using folder = await temporaryFolder();
  await using postgres = await start(folder.path);
  expect(
    await ask(
      postgres.url,
      `select current_setting('fsync') fsync, current_setting('synchronous_commit') commit,
        current_setting('listen_addresses') listens, current_setting('server_encoding') encoding,
        (select datlocale from pg_database where datname = current_database()) locale`,
    ),
  ).toEqual([{ fsync: 'on', commit: 'on', listens: '127.0.0.1', encoding: 'UTF8', locale: 'C.UTF-8' }]);
});

test('the database refuses a wrong password, and the right one lies in a file for its owner alone', async () => {
  await using folder = await temporaryFolder();
  await using postgres = await start(folder.path);
  const url = new URL(postgres.url);
  const file = join(folder.path, 'postgres-password');
  expect(url.password).toBe(await readFile(file, 'utf8'));
  expect((await lstat(file)).mode & 0o777).toBe(0o600);
  url.password = 'wrong';
  await expect(ask(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

test('stopping leaves no server behind, and stopping twice is stopping once', async () => {
  await using folder = await temporaryFolder();
  const cluster = join(folder.path, 'postgres');
  const postgres = await start(folder.path);
  const running = await runningPostmaster(cluster);
  expect(running).toBeDefined();
  await Promise.all([postgres[Symbol.asyncDispose](), postgres[Symbol.asyncDispose]()]);
  expect(await isPostmaster(running?.pid ?? 0, cluster)).toBe(false);
});

test('after its owner is killed, the next start takes over the running server with all data and ends it', async () => {
  await using folder = await temporaryFolder();
  const cluster = join(folder.path, 'postgres');
  const owner = await startOwner(folder.path);
  await writeNote(owner.url);
  const running = await runningPostmaster(cluster);
  await owner.kill();
  {
    await using next = await start(folder.path);
    expect(await runningPostmaster(cluster)).toEqual(running);
    expect(await ask(next.url, 'select text from note')).toEqual([{ text: 'kept' }]);
  }
  expect(await isPostmaster(running?.pid ?? 0, cluster)).toBe(false);
});

test('a second process learns which process uses the data folder, and does not disturb it', async () => {
  await using folder = await temporaryFolder();
  await using owner = await startOwner(folder.path);
  await expect(start(folder.path)).rejects.toThrow(
    `The data folder ${folder.path} is in use by process ${owner.pid}. Stop it first or set DATA_DIR to another folder.`,
  );
  expect(await ask(owner.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('of two simultaneous first starts one owns the data folder, and the other one says so', async () => {
  await using folder = await temporaryFolder();
  const owners = await Promise.all([startOwner(folder.path), startOwner(folder.path)]);
  await using stack = new AsyncDisposableStack();
  for (const owner of owners) stack.use(owner);
  const winner = owners.find(({ url }) => url !== undefined);
  const loser = owners.find(({ refused }) => refused !== undefined);
  expect(loser?.refused).toContain(`is in use by process ${winner?.pid}.`);
  expect(await ask(winner?.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('an owner whose connection the server drops owns the data folder again', async () => {
  await using folder = await temporaryFolder();
  await using owner = await startOwner(folder.path);
  await ask(
    owner.url,
    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name like 're-mirai owner %'",
  );
  const held = "select 1 from pg_locks where locktype = 'advisory' and granted";
  await expect.poll(() => ask(owner.url, held)).toHaveLength(1);
  await expect(start(folder.path)).rejects.toThrow(`is in use by process ${owner.pid}.`);
});

test('a record of a server whose process id now belongs to another program does not stop a start', async () => {
  await using folder = await temporaryFolder();
  const record = join(folder.path, 'postgres/postmaster.pid');
  await (await start(folder.path))[Symbol.asyncDispose]();
  await using stack = new AsyncDisposableStack();
  // Of the server's own user: only then does PostgreSQL believe that it may be a server.
  const other = spawn('sleep', ['600'], { ...serverAccount(), cwd: '/' });
  stack.defer(() => void other.kill());
  await once(other, 'spawn');
  await writeFile(record, [other.pid, '/elsewhere', 1, 1, '', '127.0.0.1', ' 1 1', 'ready'].join('\n'));
  await using postgres = await start(folder.path);
  expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('what a killed first start left half made is removed, what a running one is making is not', async () => {
  await using folder = await temporaryFolder();
  const ended = spawn('true', { stdio: 'ignore' });
  await once(ended, 'exit');
  const [dead, live] = [ended.pid, process.pid].map((pid) => join(folder.path, `postgres.new-${pid}-abc`));
  for (const draft of [dead, live]) await mkdir(join(draft ?? '', 'cluster'), { recursive: true });
  await (await start(folder.path))[Symbol.asyncDispose]();
  const left = (await readdir(folder.path)).filter((name) => name.startsWith('postgres.new-'));
  expect(left).toEqual([`postgres.new-${process.pid}-abc`]);
});

test('a data folder of another PostgreSQL says so instead of starting', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'postgres'));
  await writeFile(join(folder.path, 'postgres/PG_VERSION'), '17\n');
  await expect(start(folder.path)).rejects.toThrow(
    /was created by PostgreSQL 17, but this program includes PostgreSQL 18/,
  );
});

test('a database whose password is lost says so and keeps its files', async () => {
  await using folder = await temporaryFolder();
  await (await start(folder.path))[Symbol.asyncDispose]();
  await rm(join(folder.path, 'postgres-password'));
  await expect(start(folder.path)).rejects.toThrow(/postgres-password is missing/);
  expect(await readFile(join(folder.path, 'postgres/PG_VERSION'), 'utf8')).toBe('18\n');
});

test.runIf(process.getuid?.() === 0)(
  'under root a data folder in a private home keeps its database elsewhere, behind a link, and finds it again',
  async () => {
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, 'home'), { mode: 0o700 });
    const dataDir = join(folder.path, 'home/data');
    await using stack = new AsyncDisposableStack();
    const first = stack.use(await start(dataDir));
    const place = dirname(await readlink(join(dataDir, 'postgres')));
    stack.defer(() => rm(place, { recursive: true }));
    await writeNote(first.url);
    await first[Symbol.asyncDispose]();
    const second = stack.use(await start(dataDir));
    expect(await ask(second.url, 'select text from note')).toEqual([{ text: 'kept' }]);
    await second[Symbol.asyncDispose]();
    expect(await readFile(join(place, 'belongs-to'), 'utf8')).toBe(`${dataDir}\n`);
  },
);
