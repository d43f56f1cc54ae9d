import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../../context.js';
import { type EndedReply, endReply, type ReplyEnd } from '../../entities/transitions/reply.js';
import { StepHandedBack } from '../../queue/runJob.js';
import { FlushLoop } from './flushLoop.js';
import { renewLeases } from './leases.js';
import { type Lease, ReplyWriter } from './replyWriter.js';
import { storePieces } from './storePieces.js';

/** Interval between pieces of one reply. 16 pieces a second look like speech, and 7 still do. */
const PIECE_EVERY_MS = { atLeast: 60, atMost: 150 };
/** Milliseconds between flushes. Longer with more replies, so that each flush stores more of them. */
const flushIntervalMs = (replies: number): number => Math.min(60, replies / 10);
const RENEW_EVERY_MS = 2_500;
/** Delay before a retry while the database is unreachable. */
const TRY_AGAIN_MS = 250;
const FINISH_TRIES = 40;
const CLOSE_WITHIN_MS = 5_000;

/**
 * Stores the replies of this process in flushes: one statement stores the next piece of every reply, then each
 * piece is published. With a slow database or hundreds of replies the pieces become longer and do not queue up,
 * because the next flush stores all text that arrived in the meantime.
 */
export class ReplyJournal implements AsyncDisposable {
  readonly #services: Services;
  readonly #writers = new Map<string, ReplyWriter>();
  readonly #renewal: NodeJS.Timeout;
  readonly #closing = new AbortController();
  readonly #flushes = new FlushLoop(
    () => this.#storeDue(),
    () => this.#nextDueAt(),
  );
  #isRenewing = false;

  constructor(services: Services) {
    this.#services = services;
    this.#renewal = setInterval(() => void this.#renew(), RENEW_EVERY_MS);
  }

  /** Aborted when this process stops. Unfinished replies are released for another process to continue. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Starts writing a reply. Every writer must be closed by `finish`, `release` or `drop`. */
  open(lease: Lease): ReplyWriter {
    const writer = new ReplyWriter(lease);
    // If the same job runs twice in this process, the earlier run has lost the reply.
    this.#writers.get(lease.messageId)?.revoke();
    this.#writers.set(lease.messageId, writer);
    return writer;
  }

  /** Appends text to a reply. Returns at once; the next flush stores it. */
  write(writer: ReplyWriter, text: string): void {
    if (text === '') return;
    writer.pending += text;
    this.#flushes.schedule(writer.dueAt);
  }

  /**
   * Ends the reply. A shared flush stores its last piece first, so that readers do not wait for the commit
   * that ends the reply. Text that the flush could not store is part of that commit.
   * @param also runs in the same transaction
   * @returns false if this process no longer owned the reply
   */
  async finish(
    writer: ReplyWriter,
    end: Omit<ReplyEnd, 'id' | 'attempt' | 'rest'>,
    also: (em: EntityManager) => Promise<void> = async () => undefined,
  ): Promise<boolean> {
    await this.#storeNow(writer);
    writer.isFinishing = true;
    await this.#flushes.settled();
    const { messageId: id, attempt } = writer.lease;
    const rest = { from: writer.position, text: writer.pending };
    const store = (): Promise<EndedReply | null> =>
      this.#services.orm.em.fork().transactional(async (em) => {
        const ended = await endReply(em, { ...end, id, attempt, rest });
        if (ended !== null) await also(em);
        return ended;
      });
    const ended = await this.#withRetries(store);
    await this.drop(writer);
    const { pubsub } = this.#services;
    if (ended === null) {
      // An earlier commit, whose success was not reported, may have ended it. Make the readers read it again.
      pubsub.publish('replyGrew', { id, start: Number.MAX_SAFE_INTEGER, text: '', status: 'STREAMING' });
      return false;
    }
    pubsub.publish('replyGrew', { id, start: rest.from, text: rest.text, status: end.status });
    pubsub.publish('conversationChanged', ended.conversation);
    return true;
  }

  /** Stores pending text if possible and gives up the lease, so that another worker can continue at once. */
  async release(writer: ReplyWriter): Promise<void> {
    await this.#storeNow(writer);
    await this.drop(writer);
    const { messageId, attempt } = writer.lease;
    await this.#services.orm.em
      .fork()
      .execute(
        "update message set lease_until = now() where id = ? and attempt = ? and status = 'STREAMING'",
        [messageId, attempt],
      );
  }

  async #storeNow(writer: ReplyWriter): Promise<void> {
    // Set before the first await, so that replies that end together share a flush.
    writer.isUrgent = true;
    await this.#flushes.settled();
    if (writer.pending !== '') await this.#flushes.runNow();
  }

  /** Stops writing. Settles when no flush is storing text of the reply. */
  async drop(writer: ReplyWriter): Promise<void> {
    if (this.#writers.get(writer.lease.messageId) === writer) this.#writers.delete(writer.lease.messageId);
    writer.close();
    await this.#flushes.settled();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort(new StepHandedBack());
    const closed = Promise.all([...this.#writers.values()].map((writer) => writer.closed));
    await Promise.race([closed, wait(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    clearInterval(this.#renewal);
    this.#flushes.stop();
    await this.#flushes.settled();
  }

  #nextDueAt(): number {
    const soonest = performance.now() + flushIntervalMs(this.#writers.size);
    return Math.max(soonest, Math.min(...this.#waiting().map(({ dueAt }) => dueAt)));
  }

  #waiting(): ReplyWriter[] {
    return [...this.#writers.values()].filter((writer) => writer.pending !== '' && !writer.isFinishing);
  }

  async #storeDue(): Promise<void> {
    // Includes replies that are almost due, for fewer and fuller flushes.
    const soon = performance.now() + 5;
    const due = this.#waiting().filter(({ dueAt, isUrgent }) => isUrgent || dueAt <= soon);
    if (due.length === 0) return;
    const pieces = due.map((writer) => ({ writer, text: writer.pending }));
    try {
      const { stored, lost } = await storePieces(this.#services.orm.em.fork(), pieces);
      const { atLeast, atMost } = PIECE_EVERY_MS;
      const rest = Math.min(atMost, Math.max(atLeast, this.#writers.size / 4));
      for (const { writer, text } of pieces) {
        const { messageId: id } = writer.lease;
        if (lost.has(id)) writer.revoke();
        if (!stored.has(id)) {
          writer.dueAt = performance.now() + atLeast;
          continue;
        }
        const start = writer.position;
        writer.markStored(text.length, rest);
        this.#services.pubsub.publish('replyGrew', { id, start, text, status: 'STREAMING' });
      }
    } catch (error) {
      this.#services.log.warn({ error }, 'reply pieces not stored, will retry');
      for (const { writer } of pieces) writer.dueAt = performance.now() + TRY_AGAIN_MS;
    }
  }

  async #renew(): Promise<void> {
    // One renewal at a time may wait for the database.
    if (this.#writers.size === 0 || this.#isRenewing) return;
    this.#isRenewing = true;
    // A concurrent flush would lock rows, and the renewal would skip them.
    await this.#flushes.runExclusive(async () => {
      const writers = [...this.#writers.values()];
      try {
        const held = await renewLeases(this.#services.orm.em.fork(), writers);
        // A reply that ended during the renewal counts as lost, too.
        for (const writer of writers) if (!held.has(writer.lease.messageId)) writer.revoke();
      } catch (error) {
        this.#services.log.warn({ error }, 'reply lease renewal failed');
      }
    });
    this.#isRenewing = false;
  }

  /** A database error must not discard a finished reply. The fence keeps other workers from writing it. */
  async #withRetries<T>(store: () => Promise<T>): Promise<T> {
    for (let left = FINISH_TRIES; ; left -= 1) {
      try {
        return await store();
      } catch (error) {
        if (left === 1 || this.#closing.signal.aborted) throw error;
        this.#services.log.warn({ error }, 'finished reply not stored, will retry');
        await wait(TRY_AGAIN_MS);
      }
    }
  }
}
