import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { createTestDatabase } from '../testkit/database.js';
import { startProcess } from '../testkit/process.js';
import { tcpProxy } from '../testkit/tcpProxy.js';
import { temporaryFolder } from '../testkit/temporaryFolder.js';

const message = 'unready for too long';

it('a worker whose database stays away ends with an error, so that a supervisor starts a new one', async () => {
  await using database = await createTestDatabase();
  await using wire = await tcpProxy(database.url);
  await using worker = await startProcess({
    ROLE: 'worker',
    DATABASE_URL: wire.url,
    REDIS_URL: inject('redisUrl'),
    EXIT_AFTER_UNREADY_SECONDS: '5',
  });
  await wire.cut();
  expect(await worker.exited).toBe(1);
  expect(worker.output()).toContain(message);
  expect(worker.output()).toContain('ECONNREFUSED');
});

it('a process whose embedded database dies ends with an error, and the next one starts it again', async () => {
  await using folder = await temporaryFolder();
  const env = { DATA_DIR: folder.path, EXIT_AFTER_UNREADY_SECONDS: '5' };
  await using first = await startProcess(env);
  const [pid] = (await readFile(join(folder.path, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
  expect(await first.exited).toBe(1);
  expect(first.output()).toContain(message);

  await using second = await startProcess(env);
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
});
