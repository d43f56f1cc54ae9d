import type { Lease } from './takeLease.js';

/** One reply that is being written by this process: what is stored of it, and what waits to be. */
export class ReplyPen {
  /** UTF-16 units that are stored. */
  position: number;
  /** Written and not yet stored. */
  waiting = '';
  /** When the next piece may be stored, by performance.now(); the first goes at once. */
  dueAt = 0;
  /** Whatever waits is stored by the next round. */
  isUrgent = false;
  /** Nothing more is stored by rounds: what waits goes with the commit that ends the reply. */
  isFinishing = false;
  readonly #lost = new AbortController();
  readonly #away = Promise.withResolvers<void>();

  constructor(readonly lease: Lease) {
    this.position = lease.stored.length;
  }

  /** Aborted when the reply is no longer ours: stopped, deleted, or taken over. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  lose(): void {
    this.#lost.abort();
  }

  /** Settles when nobody writes with it any more. */
  get away(): Promise<void> {
    return this.#away.promise;
  }

  putAway(): void {
    this.#away.resolve();
  }

  /** The first `length` waiting units are stored; the next piece may be after `restMs`. */
  stored(length: number, restMs: number): void {
    this.waiting = this.waiting.slice(length);
    this.position += length;
    this.dueAt = performance.now() + restMs;
  }
}
