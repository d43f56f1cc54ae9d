import { setTimeout as wait } from 'node:timers/promises';
import type { Services } from '../../context.js';
import { endReply } from '../../entities/endReply.js';
import type { MessageStatus } from '../../entities/Message.js';

/** How long a lease is valid without a renewal. */
export const LEASE_SECONDS = 8;
/** The first attempt and two takeovers. */
export const MAX_ATTEMPTS = 3;

/** The exclusive right to write a reply, and its stored text. */
export interface Lease {
  messageId: string;
  /** The fence. Later attempts have higher numbers. */
  attempt: number;
  /** Text that earlier attempts have stored. */
  markStored: string;
}

/**
 * Makes this worker the writer of a reply. If another worker holds the lease, waits until that one finishes
 * or its lease expires, because two workers can get the same job. All times are the database's.
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
      `update message set attempt = attempt + 1, status = 'STREAMING', lease_until = now() + make_interval(secs => :lease)
       where id = :messageId and status in ('PENDING', 'STREAMING') and attempt < :most
         and (lease_until is null or lease_until < now()) returning attempt`,
      { messageId, lease: LEASE_SECONDS, most: MAX_ATTEMPTS },
    );
    if (taken !== undefined) {
      const [chunks] = await em.execute<{ stored: string | null }[]>(
        `select string_agg(text, '' order by start) as stored from reply_chunk where message_id = ?`,
        [messageId],
      );
      return { messageId, attempt: taken.attempt, markStored: chunks?.stored ?? '' };
    }
    const [held] = await em.execute<{ status: MessageStatus; attempt: number; ms: number | null }[]>(
      `select status, attempt, (extract(epoch from lease_until - now()) * 1000)::float as ms from message where id = ?`,
      [messageId],
    );
    if (held === undefined || (held.status !== 'PENDING' && held.status !== 'STREAMING')) return null;
    if ((held.ms ?? 0) <= 0 && held.attempt >= MAX_ATTEMPTS) return giveUp(services, messageId);
    await wait(Math.min(Math.max(held.ms ?? 0, 50), 1_000), undefined, { signal });
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
