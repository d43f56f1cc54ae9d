import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { databaseClient, hostUrls } from '../../src/database/databaseClient.js';
import { discardEndedConnections } from '../../src/database/poolRecovery.js';
import { createTestDatabase } from '../testkit/database.js';
import { execute } from '../testkit/templateDatabase.js';
import { freePort } from '../testkit/freePort.js';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';
import { lossyWire } from '../testkit/lossyWire.js';

const database = useOne(createTestDatabase);

/** A pool of one connection, as the product opens its pools. */
function poolOfOne(url: string, options: pg.PoolConfig = {}): pg.Pool & AsyncDisposable {
  const pool = new pg.Pool({ max: 1, ...options, Client: databaseClient(url) });
  pool.on('error', () => undefined); // An idle connection that breaks; the pool replaces it.
  discardEndedConnections(pool);
  return Object.assign(pool, { [Symbol.asyncDispose]: () => pool.end() });
}

async function backendOf(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}

describe('hostUrls', () => {
  it.each([
    ['postgres://u:p@one:5432/db', ['postgres://u:p@one:5432/db']],
    ['postgresql://one,two:5433/db?a=b', ['postgresql://one/db?a=b', 'postgresql://two:5433/db?a=b']],
    ['postgres://u:a,b@[::1]:1,two/db', ['postgres://u:a,b@[::1]:1/db', 'postgres://u:a,b@two/db']],
  ])('lists the hosts of %s', (url, expected) => {
    expect(hostUrls(url)).toEqual(expected);
  });
});

describe('a pool', () => {
  it.each([
    [
      'a write that the server refuses as read-only',
      'set transaction read only',
      'create table t ()',
      '25006',
    ],
    [
      'a failed COMMIT',
      'create table d (a int unique deferrable initially deferred)',
      'insert into d values (1), (1)',
      '23505',
    ],
  ])(
    'replaces a connection after %s, also if its holder never releases it',
    async (_what, first, second, code) => {
      await using pool = poolOfOne(database.url);
      const before = await backendOf(pool);
      const client = await pool.connect();
      const failing = async (): Promise<void> => {
        for (const statement of ['begin', first, second, 'commit']) await client.query(statement);
      };
      await expect(failing()).rejects.toMatchObject({ code });
      expect(await backendOf(pool)).not.toBe(before);
    },
  );

  it('keeps a connection whose statement failed', async () => {
    await using pool = poolOfOne(database.url);
    const before = await backendOf(pool);
    const client = await pool.connect();
    await expect(client.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
    client.release();
    expect(await backendOf(pool)).toBe(before);
  });

  it('replaces a connection whose query has no answer, and closes although nothing answers', async () => {
    await using wire = await lossyWire(database.url);
    await using pool = poolOfOne(wire.url, { query_timeout: 200 });
    const client = await pool.connect();
    wire.lose();
    await expect(client.query('select 1')).rejects.toThrow('timeout');
    client.release();
    await backendOf(pool);
    wire.lose();
  });

  it('outlasts too many connections', async () => {
    const role = `one_${process.pid}`;
    await execute(database.url, `create role ${role} login password 'p' connection limit 1`);
    const url = new URL(database.url);
    url.username = role;
    url.password = 'p';
    await using stack = new AsyncDisposableStack();
    stack.defer(() => execute(database.url, `drop role ${role}`));
    const first = stack.use(poolOfOne(url.href));
    const second = stack.use(poolOfOne(url.href));
    const holder = await first.connect();
    for (let attempt = 0; attempt < 3; attempt += 1)
      await expect(second.connect()).rejects.toMatchObject({ code: '53300' });
    holder.release(true);
    await until('a connection is free', () => backendOf(second).catch(() => false));
  });

  it('goes to the next host when one accepts no writes', async () => {
    await using readOnly = await createTestDatabase();
    const name = new URL(readOnly.url).pathname.slice(1);
    await execute(database.url, `alter database ${name} set default_transaction_read_only = on`);
    const { host } = new URL(database.url);
    // Two addresses of one server. On the second, the database is made writable.
    await using second = await lossyWire(readOnly.url);
    await using pool = poolOfOne(readOnly.url.replace(host, `${host},${new URL(second.url).host}`));
    await expect(pool.query('select 1')).rejects.toMatchObject({ code: '25006' });
    await execute(database.url, `alter database ${name} reset default_transaction_read_only`);
    await backendOf(pool);
    // The connection is one of the second host's.
    expect(second.lose()).toBe(1);
  });

  it('goes to the next host when one is away, and stays there', async () => {
    const { host } = new URL(database.url);
    const away = `127.0.0.1:${await freePort()}`;
    await using pool = poolOfOne(database.url.replace(host, `${away},${host}`));
    await expect(pool.query('select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const first = await backendOf(pool);
    const client = await pool.connect();
    client.release(true);
    expect(await backendOf(pool)).not.toBe(first);
  });
});
