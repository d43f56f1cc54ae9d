import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../../context.js';
import { type EndedReply, endReply, type ReplyEnd } from '../../entities/endReply.js';
import { renewLeases } from './renewLeases.js';
import { ReplyPen } from './replyPen.js';
import { Rounds } from './rounds.js';
import { storePieces } from './storePieces.js';
import type { Lease } from './takeLease.js';

/** How often a piece of one reply is stored and told: 16 times a second looks like speech, 7 times still does. */
const PIECE_EVERY_MS = { atLeast: 60, atMost: 150 };
/** How soon a round may follow another, by how many replies are written: each finds more to take along. */
const roundsApart = (replies: number): number => Math.min(60, replies / 10);
const RENEW_EVERY_MS = 2_500;
/** While the database is away. */
const TRY_AGAIN_MS = 250;
const FINISH_TRIES = 40;
const CLOSE_WITHIN_MS = 5_000;

/**
 * Writes down all replies of this process: one statement stores what has come of every one of them, then each piece is
 * published. A slow database makes the pieces longer, not the queue: what comes meanwhile goes with the next statement. So
 * do many replies: hundreds at once in longer pieces keep pace where many short ones would not.
 */
export class ReplyJournal implements AsyncDisposable {
  readonly #services: Services;
  readonly #pens = new Map<string, ReplyPen>();
  readonly #renewal: NodeJS.Timeout;
  readonly #closing = new AbortController();
  readonly #rounds = new Rounds(
    () => this.#storeDue(),
    () => this.#nextDueAt(),
  );
  #isRenewing = false;

  constructor(services: Services) {
    this.#services = services;
    this.#renewal = setInterval(() => void this.#renew(), RENEW_EVERY_MS);
  }

  /** Aborted when this process stops: what is being written is let go of, for another to go on. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Begins to write. Every pen must be put away, by `finish`, `release` or `drop`. */
  take(lease: Lease): ReplyPen {
    const pen = new ReplyPen(lease);
    // The same job twice in one process: whoever came first has lost it.
    this.#pens.get(lease.messageId)?.lose();
    this.#pens.set(lease.messageId, pen);
    return pen;
  }

  /** Adds words to a reply. Returns at once: they are stored with the next round. */
  write(pen: ReplyPen, text: string): void {
    if (text === '') return;
    pen.waiting += text;
    this.#rounds.schedule(pen.dueAt);
  }

  /**
   * Ends the reply. Its last words go with a round that many share, so that their readers do not wait for the commit that
   * ends it; what that round could not store goes with the end.
   * @param also what else belongs to that commit
   * @returns false if the reply was no longer ours
   */
  async finish(
    pen: ReplyPen,
    end: Omit<ReplyEnd, 'id' | 'attempt' | 'rest'>,
    also: (em: EntityManager) => Promise<void> = async () => undefined,
  ): Promise<boolean> {
    await this.#storeNow(pen);
    pen.isFinishing = true;
    await this.#rounds.settled();
    const { messageId: id, attempt } = pen.lease;
    const rest = { from: pen.position, text: pen.waiting };
    const store = (): Promise<EndedReply | null> =>
      this.#services.orm.em.fork().transactional(async (em) => {
        const ended = await endReply(em, { ...end, id, attempt, rest });
        if (ended !== null) await also(em);
        return ended;
      });
    const ended = await this.#patiently(store);
    await this.drop(pen);
    const { pubsub } = this.#services;
    if (ended === null) {
      // It may have ended by a commit of ours that was not heard of: the readers are to look.
      pubsub.publish('replyGrew', { id, start: Number.MAX_SAFE_INTEGER, text: '', status: 'STREAMING' });
      return false;
    }
    pubsub.publish('replyGrew', { id, start: rest.from, text: rest.text, status: end.status });
    pubsub.publish('conversationChanged', ended.conversation);
    return true;
  }

  /** Stores what waits, as far as that is possible now, and lets go of the reply: another worker may go on at once. */
  async release(pen: ReplyPen): Promise<void> {
    await this.#storeNow(pen);
    await this.drop(pen);
    const { messageId, attempt } = pen.lease;
    await this.#services.orm.em
      .fork()
      .execute(
        "update message set lease_until = now() where id = ? and attempt = ? and status = 'STREAMING'",
        [messageId, attempt],
      );
  }

  async #storeNow(pen: ReplyPen): Promise<void> {
    // Before the first wait: many that end together share a round.
    pen.isUrgent = true;
    await this.#rounds.settled();
    if (pen.waiting !== '') await this.#rounds.now();
  }

  /** Writes no more. Settles when no round stores words of it. */
  async drop(pen: ReplyPen): Promise<void> {
    if (this.#pens.get(pen.lease.messageId) === pen) this.#pens.delete(pen.lease.messageId);
    pen.putAway();
    await this.#rounds.settled();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    const away = Promise.all([...this.#pens.values()].map((pen) => pen.away));
    await Promise.race([away, wait(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    clearInterval(this.#renewal);
    this.#rounds.stop();
    await this.#rounds.settled();
  }

  #nextDueAt(): number {
    const soonest = performance.now() + roundsApart(this.#pens.size);
    return Math.max(soonest, Math.min(...this.#waiting().map(({ dueAt }) => dueAt)));
  }

  #waiting(): ReplyPen[] {
    return [...this.#pens.values()].filter((pen) => pen.waiting !== '' && !pen.isFinishing);
  }

  async #storeDue(): Promise<void> {
    // Those nearly due come along: fewer and fuller rounds.
    const soon = performance.now() + 5;
    const due = this.#waiting().filter(({ dueAt, isUrgent }) => isUrgent || dueAt <= soon);
    if (due.length === 0) return;
    const pieces = due.map((pen) => ({ pen, text: pen.waiting }));
    try {
      const { stored, lost } = await storePieces(this.#services.orm.em.fork(), pieces);
      const { atLeast, atMost } = PIECE_EVERY_MS;
      const rest = Math.min(atMost, Math.max(atLeast, this.#pens.size / 4));
      for (const { pen, text } of pieces) {
        const { messageId: id } = pen.lease;
        if (lost.has(id)) pen.lose();
        if (!stored.has(id)) {
          pen.dueAt = performance.now() + atLeast;
          continue;
        }
        const start = pen.position;
        pen.stored(text.length, rest);
        this.#services.pubsub.publish('replyGrew', { id, start, text, status: 'STREAMING' });
      }
    } catch (error) {
      this.#services.log.warn({ error }, 'replies could not be stored; they wait');
      for (const { pen } of pieces) pen.dueAt = performance.now() + TRY_AGAIN_MS;
    }
  }

  async #renew(): Promise<void> {
    // One that waits for the database is enough.
    if (this.#pens.size === 0 || this.#isRenewing) return;
    this.#isRenewing = true;
    // Beside a round it would find rows locked, and pass them over.
    await this.#rounds.alone(async () => {
      const pens = [...this.#pens.values()];
      try {
        const ours = await renewLeases(this.#services.orm.em.fork(), pens);
        // One that ended while it was asked for is nobody's any more.
        for (const pen of pens) if (!ours.has(pen.lease.messageId)) pen.lose();
      } catch (error) {
        this.#services.log.warn({ error }, 'leases could not be renewed');
      }
    });
    this.#isRenewing = false;
  }

  /** A finished reply is not thrown away because the database hiccups: nobody else can write while the fence stands. */
  async #patiently<T>(store: () => Promise<T>): Promise<T> {
    for (let left = FINISH_TRIES; ; left -= 1) {
      try {
        return await store();
      } catch (error) {
        if (left === 1 || this.#closing.signal.aborted) throw error;
        this.#services.log.warn({ error }, 'a finished reply could not be stored; it is tried again');
        await wait(TRY_AGAIN_MS);
      }
    }
  }
}
