import { setTimeout as wait } from 'node:timers/promises';
import type { Services } from '../../context.js';
import { endReply } from '../../entities/endReply.js';
import type { MessageStatus } from '../../entities/Message.js';

/** How long a worker is alone with a reply without renewing its lease. */
export const LEASE_SECONDS = 8;
/** The first try and two takeovers. */
export const MOST_ATTEMPTS = 3;

/** The right to write a reply, and what there is of it already. */
export interface Lease {
  messageId: string;
  /** The fence: whoever comes later has a higher one. */
  attempt: number;
  /** What earlier attempts have stored. */
  stored: string;
}

/**
 * Makes this worker the writer of a reply. Where another is, it waits until that one has finished or let its lease run
 * out: two workers may well get the same job. All times are the database's.
 * @returns null when there is nothing left to write; a reply that used up its attempts is FAILED here, with what there is
 */
export async function takeLease(
  services: Services,
  messageId: string,
  signal: AbortSignal,
): Promise<Lease | null> {
  const em = services.orm.em.fork();
  for (;;) {
    // A process that stops must not use up an attempt.
    signal.throwIfAborted();
    const [taken] = await em.execute<{ attempt: number }[]>(
      `update message set attempt = attempt + 1, status = 'STREAMING', lease_until = now() + make_interval(secs => :lease)
       where id = :messageId and status in ('PENDING', 'STREAMING') and attempt < :most
         and (lease_until is null or lease_until < now()) returning attempt`,
      { messageId, lease: LEASE_SECONDS, most: MOST_ATTEMPTS },
    );
    if (taken !== undefined) {
      const [chunks] = await em.execute<{ stored: string | null }[]>(
        `select string_agg(text, '' order by start) as stored from reply_chunk where message_id = ?`,
        [messageId],
      );
      return { messageId, attempt: taken.attempt, stored: chunks?.stored ?? '' };
    }
    const [held] = await em.execute<{ status: MessageStatus; attempt: number; ms: number | null }[]>(
      `select status, attempt, (extract(epoch from lease_until - now()) * 1000)::float as ms from message where id = ?`,
      [messageId],
    );
    if (held === undefined || (held.status !== 'PENDING' && held.status !== 'STREAMING')) return null;
    if ((held.ms ?? 0) <= 0 && held.attempt >= MOST_ATTEMPTS) return giveUp(services, messageId);
    await wait(Math.min(Math.max(held.ms ?? 0, 50), 1_000), undefined, { signal });
  }
}

/** Two takeovers did not finish it: a third would not either. Without a fence: its last writer may still hold a piece. */
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
