import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { readStoredReply } from '../../src/resolvers/chat/readStoredReply.js';
import { takeLease } from '../../src/workers/replies/leases.js';
import { ReplyJournal } from '../../src/workers/replies/replyJournal.js';
import { ReplyWriter } from '../../src/workers/replies/replyWriter.js';
import { storePieces } from '../../src/workers/replies/storePieces.js';
import { newReply } from '../testkit/newReply.js';
import { PATIENCE_MS } from '../testkit/patience.js';
import { leaseOf, useReplyServices } from '../testkit/replyServices.js';
import { until } from '../testkit/until.js';

const services = useReplyServices();

it('a writer whose reply was taken over adds no word, whatever it still has to say', async () => {
  const id = await newReply(services.orm.em.fork());
  await using frozen = new ReplyJournal(services);
  await using awake = new ReplyJournal(services);
  const first = await leaseOf(services, id);
  const old = frozen.open(first);
  frozen.write(old, 'The first words.');
  await frozen.release(old);
  const stale = frozen.open(first);
  stale.position = 'The first words.'.length;
  const second = await leaseOf(services, id);
  expect(second).toMatchObject({ attempt: 2, stored: 'The first words.' });
  frozen.write(stale, ' Words of a ghost.');
  await new Promise((resolve) => stale.revoked.addEventListener('abort', resolve, { once: true }));
  expect(await frozen.finish(stale, { status: 'COMPLETE' })).toBe(false);
  const writer = awake.open(second);
  awake.write(writer, ' And the last.');
  expect(await awake.finish(writer, { status: 'COMPLETE' })).toBe(true);
  expect((await readStoredReply(services.orm.em.fork(), id, 0))?.text).toBe('The first words. And the last.');
});

it('a finished reply never changes', async () => {
  const id = await newReply(services.orm.em.fork());
  await using journal = new ReplyJournal(services);
  const lease = await leaseOf(services, id);
  const writer = journal.open(lease);
  journal.write(writer, randomUUID());
  await journal.finish(writer, { status: 'COMPLETE' });
  const before = await readStoredReply(services.orm.em.fork(), id, 0);
  journal.write(writer, 'more');
  expect(await journal.finish(writer, { status: 'FAILED' })).toBe(false);
  expect(await takeLease(services, id, AbortSignal.timeout(PATIENCE_MS))).toBeNull();
  expect(await readStoredReply(services.orm.em.fork(), id, 0)).toEqual(before);
});

it('after two takeovers a reply is FAILED, with what there is of it', async () => {
  const id = await newReply(services.orm.em.fork());
  for (const words of ['One ', 'two ', 'three']) {
    await using journal = new ReplyJournal(services);
    const lease = await leaseOf(services, id);
    const writer = journal.open(lease);
    journal.write(writer, words);
    await journal.release(writer);
  }
  const feed = services.pubsub.subscribe('replyGrew', id);
  expect(await takeLease(services, id, AbortSignal.timeout(PATIENCE_MS))).toBeNull();
  expect(await readStoredReply(services.orm.em.fork(), id, 0)).toMatchObject({
    text: 'One two three',
    status: 'FAILED',
  });
  expect(await feed.nextWithin(1_000)).toMatchObject({ start: 13, text: '', status: 'FAILED' });
  feed.close();
});

it('a reply whose model is waited for keeps its lease, though no word comes', async () => {
  const id = await newReply(services.orm.em.fork());
  await using journal = new ReplyJournal(services);
  const writer = journal.open(await leaseOf(services, id));
  const leaseEnd = async (): Promise<number> => {
    const [row] = await services.orm.em
      .fork()
      .execute<{ ends: number }[]>(
        'select extract(epoch from lease_until)::float8 as ends from message where id = ?',
        [id],
      );
    return row?.ends ?? 0;
  };
  const first = await leaseEnd();
  await until('the lease is renewed', async () => (await leaseEnd()) > first);
  expect(writer.revoked.aborted).toBe(false);
  await journal.release(writer);
});

it('of two workers with the same job one writes, and the other finds it done', async () => {
  const id = await newReply(services.orm.em.fork());
  await using journal = new ReplyJournal(services);
  const lease = await leaseOf(services, id);
  const other = takeLease(services, id, AbortSignal.timeout(PATIENCE_MS));
  const writer = journal.open(lease);
  journal.write(writer, 'All of it.');
  expect(await journal.finish(writer, { status: 'COMPLETE' })).toBe(true);
  expect(await other).toBeNull();
});

it('words of many replies that are stored together land each in its own reply, whatever they hold', async () => {
  await using journal = new ReplyJournal(services);
  const ids = await Promise.all(Array.from({ length: 40 }, () => newReply(services.orm.em.fork())));
  const pens = [];
  for (const id of ids) {
    const lease = await leaseOf(services, id);
    pens.push(journal.open(lease));
  }
  for (const [index, writer] of pens.entries())
    journal.write(writer, `Reply ${index}. It's "quoted" \\ and 100 % ? :id $1`);
  await Promise.all(pens.map((writer) => journal.release(writer)));
  for (const [index, id] of ids.entries())
    expect((await readStoredReply(services.orm.em.fork(), id, 0))?.text).toBe(
      `Reply ${index}. It's "quoted" \\ and 100 % ? :id $1`,
    );
});

it('replies that are let go of together keep every word, also those that came a moment ago', async () => {
  await using journal = new ReplyJournal(services);
  const ids = await Promise.all(Array.from({ length: 20 }, () => newReply(services.orm.em.fork())));
  const pens = [];
  for (const id of ids) {
    const lease = await leaseOf(services, id);
    const writer = journal.open(lease);
    journal.write(writer, 'Some words');
    pens.push(writer);
  }
  await until(
    'the first words',
    async () => (await readStoredReply(services.orm.em.fork(), ids[19] ?? '', 0))?.text,
  );
  for (const writer of pens) journal.write(writer, ' and more');
  await Promise.all(pens.map((writer) => journal.release(writer)));
  for (const id of ids)
    expect((await readStoredReply(services.orm.em.fork(), id, 0))?.text).toBe('Some words and more');
});

it('a statement that comes late never shortens what a later one has stored', async () => {
  const id = await newReply(services.orm.em.fork());
  const lease = await leaseOf(services, id);
  const writer = new ReplyWriter(lease);
  const em = services.orm.em.fork();
  await storePieces(em, [{ writer, text: 'abcdef' }]);
  await storePieces(em, [{ writer, text: 'abc' }]);
  expect((await readStoredReply(em, id, 0))?.text).toBe('abcdef');
});

it('a reply whose row is locked does not delay another', async () => {
  const [held, free] = [await newReply(services.orm.em.fork()), await newReply(services.orm.em.fork())];
  const pens = [];
  for (const id of [held, free]) {
    const lease = await leaseOf(services, id);
    pens.push(new ReplyWriter(lease));
  }
  const pieces = pens.map((writer) => ({ writer, text: 'words' }));
  await services.orm.em.fork().transactional(async (holder) => {
    await holder.execute('select 1 from message where id = ? for update', [held]);
    const { stored, lost } = await storePieces(services.orm.em.fork(), pieces);
    expect([[...stored], [...lost]]).toEqual([[free], []]);
  });
  expect((await storePieces(services.orm.em.fork(), pieces)).stored).toEqual(new Set([held, free]));
});
