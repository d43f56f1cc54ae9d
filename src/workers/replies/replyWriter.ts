/** The exclusive right to write a reply, and its stored text. */
export interface Lease {
  messageId: string;
  /** The fence. Later attempts have higher numbers. */
  attempt: number;
  /** Text that earlier attempts have stored. */
  stored: string;
}

/** The state of one reply that this process is writing: its stored length and its pending text. */
export class ReplyWriter {
  /** Number of stored UTF-16 units. */
  position: number;
  /** Text that is not stored yet. */
  pending = '';
  /** When the next piece may be stored, by performance.now(). The first is due at once. */
  dueAt = 0;
  /** The next flush stores the pending text regardless of `dueAt`. */
  isUrgent = false;
  /** Flushes store no more text. The commit that ends the reply stores the rest. */
  isFinishing = false;
  readonly #revocation = new AbortController();
  readonly #closing = Promise.withResolvers<void>();

  constructor(readonly lease: Lease) {
    this.position = lease.stored.length;
  }

  /** Aborted when the reply was stopped, deleted or taken over. */
  get revoked(): AbortSignal {
    return this.#revocation.signal;
  }

  revoke(): void {
    this.#revocation.abort();
  }

  /** Settles when writing has ended. */
  get closed(): Promise<void> {
    return this.#closing.promise;
  }

  close(): void {
    this.#closing.resolve();
  }

  /** Marks the first `length` pending units as stored. The next piece is due after `restMs`. */
  markStored(length: number, restMs: number): void {
    this.pending = this.pending.slice(length);
    this.position += length;
    this.dueAt = performance.now() + restMs;
  }
}
