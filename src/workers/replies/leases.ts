import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../../context.js';
import { isUnfinished, type MessageStatus } from '../../entities/Message.js';
import { joinChunks, type StoredChunk } from '../../entities/ReplyChunk.js';
import { endReply } from '../../entities/transitions/reply.js';
import { isDeadWorker } from '../../queue/workerLock.js';
import type { Lease, ReplyWriter } from './replyWriter.js';

/** How long a lease is valid without a renewal. */
const LEASE_SECONDS = 8;
/** How often a held lease is looked at again. */
const LOOK_EVERY_MS = 250;

/** An SQL condition on a message: no living worker may write it at the moment. */
export const isFreeReply = `(lease_until is null or lease_until < now() or ${isDeadWorker('lease_worker')})`;

/** The first attempt and two takeovers. */
export const MAX_ATTEMPTS = 3;

/**
 * Makes this worker the writer of a reply. If another worker holds the lease, waits until that one finishes,
 * dies or lets its lease expire, because two workers can get the same job. All times are the database's.
 * @returns null if there is nothing left to write. A reply that has used up its attempts becomes FAILED and
 *   keeps its partial text
 */
export async function takeLease(
  services: Services,
  messageId: string,
  signal: AbortSignal,
): Promise<Lease | null> {
  const em = services.orm.em.fork();
  for (;;) {
    // A stopping process must not use up an attempt.
    signal.throwIfAborted();
    const [taken] = await em.execute<{ attempt: number }[]>(
      `update message set attempt = attempt + 1, status = 'STREAMING', 
         lease_until = now() + make_interval(secs => :lease), lease_worker = :worker
       where id = :messageId and status in ('PENDING', 'STREAMING') and attempt < :most and ${isFreeReply}
       returning attempt`,
      { messageId, lease: LEASE_SECONDS, worker: services.queue.workerId, most: MAX_ATTEMPTS },
    );
    if (taken !== undefined) {
      const chunks = await em.execute<StoredChunk[]>(
        'select start, text from reply_chunk where message_id = ? order by start',
        [messageId],
      );
      return { messageId, attempt: taken.attempt, stored: joinChunks(em, messageId, chunks) };
    }
    const [held] = await em.execute<{ status: MessageStatus; attempt: number; free: boolean }[]>(
      `select status, attempt, ${isFreeReply} as free from message where id = ?`,
      [messageId],
    );
    if (held === undefined || !isUnfinished(held.status)) return null;
    if (held.free && held.attempt >= MAX_ATTEMPTS) return giveUp(services, messageId);
    await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * Fails the reply, because a further takeover would not finish it either. Without a fence: its last writer
 * may still be active.
 */
async function giveUp(services: Services, id: string): Promise<null> {
  const failure = { reason: 'Writing this reply was interrupted too often.', retryable: true };
  const ended = await services.orm.em
    .fork()
    .transactional((em) => endReply(em, { id, attempt: null, status: 'FAILED', failure }));
  if (ended !== null) {
    services.pubsub.publish('replyGrew', { id, start: ended.text.length, text: '', status: 'FAILED' });
    services.pubsub.publish('conversationChanged', ended.conversation);
  }
  return null;
}

/**
 * Renews the leases of all replies of this process, by the database's clock. Rows that are locked at the
 * moment are skipped until the next renewal.
 * @returns the ids of the replies that this process may still write
 */
export async function renewLeases(em: EntityManager, writers: ReplyWriter[]): Promise<Set<string>> {
  const rows = writers.map(({ lease }) => ({ id: lease.messageId, attempt: lease.attempt }));
  await em.execute(
    `with ours as (
       select m.id from message m
       join json_to_recordset(?::json) as p(id uuid, attempt smallint) on m.id = p.id and m.attempt = p.attempt
       where m.status = 'STREAMING' for no key update of m skip locked
     ) update message set lease_until = now() + make_interval(secs => ?) from ours where message.id = ours.id`,
    [JSON.stringify(rows), LEASE_SECONDS],
  );
  return findOwnedReplies(em, writers);
}

/** The ids of those replies that this process may still write. Takes no locks. */
export async function findOwnedReplies(em: EntityManager, writers: ReplyWriter[]): Promise<Set<string>> {
  if (writers.length === 0) return new Set();
  const rows = writers.map(({ lease }) => ({ id: lease.messageId, attempt: lease.attempt }));
  const held = await em.execute<{ id: string }[]>(
    `select m.id from message m
     join json_to_recordset(?::json) as p(id uuid, attempt smallint) on m.id = p.id and m.attempt = p.attempt
     where m.status = 'STREAMING'`,
    [JSON.stringify(rows)],
  );
  return new Set(held.map(({ id }) => id));
}
