import { afterEach, expect, it, vi } from 'vitest';
import { readStoredReply } from '../../src/resolvers/chat/readStoredReply.js';
import { ReplyJournal } from '../../src/workers/replies/replyJournal.js';
import { newReply } from '../testkit/newReply.js';
import { leaseOf, useReplyServices } from '../testkit/replyServices.js';
import { until } from '../testkit/until.js';

const services = useReplyServices();
afterEach(() => void vi.restoreAllMocks());

it('a piece whose commit succeeded while the connection broke is not written twice', async () => {
  const { em } = services.orm;
  const id = await newReply(em.fork());
  const lease = await leaseOf(services, id);
  await using journal = new ReplyJournal(services);
  const writer = journal.open(lease);
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
  journal.write(writer, 'Once only.');
  await until('a commit nobody heard of', () => isDeaf);
  await journal.finish(writer, { status: 'COMPLETE' });
  expect((await readStoredReply(fork(), id, 0))?.text).toBe('Once only.');
});
