import { pino } from 'pino';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import type { Services } from '../../src/context.js';
import { requeueOrphans } from '../../src/workers/requeueOrphans.js';
import { someone } from '../testkit/seed.js';
import { useApp } from '../testkit/useApp.js';

afterEach(() => vi.useRealTimers());

it('skips a look while the one before it still runs, and looks again afterwards', async () => {
  vi.useFakeTimers();
  let looks = 0;
  let finish: () => void = () => undefined;
  const slow = { transactional: () => new Promise<void>((resolve) => ((looks += 1), (finish = resolve))) };
  const services = { orm: { em: { fork: () => slow } }, log: pino({ level: 'silent' }) };
  const looking = requeueOrphans(services as unknown as Services);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(looks).toBe(1);
  // A look has seven searches.
  for (let search = 2; search <= 7; search += 1) {
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(looks).toBe(search);
  }
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(looks).toBe(7);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(looks).toBe(8);
  for (let search = 8; search <= 14; search += 1) {
    finish();
    await vi.advanceTimersByTimeAsync(0);
  }
  await looking[Symbol.asyncDispose]();
});

describe('searches at the same moment', () => {
  const test = useApp({ env: { ROLE: 'api', REDIS_URL: inject('redisUrl') } });
  const count = async (statement: string): Promise<number> =>
    (await test.app.services.orm.em.fork().execute<object[]>(statement)).length;

  it('find lost work once', async () => {
    const em = test.app.services.orm.em.fork();
    await using owner = await someone(test.url);
    await em.execute(
      "insert into data_export (id, owner_id, expires_at) values (gen_random_uuid(), ?, now() + interval '1 day')",
      [owner.session.user.id],
    );
    // Many jobs of others, so that a search is still reading them while the one before it commits.
    await em.execute(
      `insert into pgboss.job_common (name, data)
       select 'exportMyData', jsonb_build_object('exportId', gen_random_uuid()) from generate_series(1, 20000)`,
    );
    const searching = Array.from({ length: 10 }, () => requeueOrphans(test.app.services));
    for (const search of searching) await search[Symbol.asyncDispose]();
    expect(await count("select 1 from pgboss.job where name = 'exportMyData'")).toBe(20_001);
    expect(await em.execute('select kind, found from lost_work')).toEqual([{ kind: 'export', found: 1 }]);
  });
});
