import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Services } from '../../src/context.js';
import { openDatabase } from '../../src/database/openDatabase.js';
import { createLocalPubsub } from '../../src/pubsub/localPubsub.js';
import { readStoredReply } from '../../src/resolvers/chat/openReplyStream.js';
import { takeLease } from '../../src/workers/replies/leases.js';
import { ReplyJournal } from '../../src/workers/replies/replyJournal.js';
import { createTestDatabase } from '../testkit/database.js';
import { newReply } from '../testkit/newReply.js';
import { until } from '../testkit/until.js';

let services: Services;
const opened = new AsyncDisposableStack();
beforeAll(async () => {
  const database = opened.use(await createTestDatabase());
  const orm = await openDatabase(database.url);
  opened.defer(() => orm.close(true));
  services = {
    orm,
    pubsub: opened.use(createLocalPubsub()),
    log: pino({ level: 'silent' }),
  } as unknown as Services;
});
afterAll(() => {
  vi.restoreAllMocks();
  return opened.disposeAsync();
});

it('a piece that was stored, though its commit was not heard of, is not written twice by the end of the reply', async () => {
  const { em } = services.orm;
  const id = await newReply(em.fork());
  const lease = await takeLease(services, id, AbortSignal.timeout(5_000));
  await using journal = new ReplyJournal(services);
  const pen = journal.open(lease!);
  let isDeaf = false;
  const fork = em.fork.bind(em);
  vi.spyOn(em, 'fork').mockImplementation((...how) => {
    const made = fork(...how);
    const execute = made.execute.bind(made);
    vi.spyOn(made, 'execute').mockImplementation(async (...query) => {
      const rows: unknown = await execute(...query);
      if (!isDeaf && JSON.stringify(query[0]).includes('insert into reply_chunk')) {
        isDeaf = true;
        throw new Error('The connection was lost behind the commit.');
      }
      return rows as never;
    });
    return made;
  });
  journal.write(pen, 'Once only.');
  await until('a commit nobody heard of', () => isDeaf);
  await journal.finish(pen, { status: 'COMPLETE' });
  expect((await readStoredReply(fork(), id, 0))?.text).toBe('Once only.');
});
