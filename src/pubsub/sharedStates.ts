import { sharedAsk } from '../sharedAsk.js';

/**
 * The states of one row for subscribers that see the same of it. Those that need them at the same time share one
 * read, so its cost does not grow with their number.
 */
export class SharedStates<T extends { revision: number }> {
  /** Not held for longer than a subscriber holds it: an idle row keeps no state in memory. */
  #latest: WeakRef<T[]> | undefined;

  /** The states of a read that begins after this call. @throws what the read throws */
  readonly fresh: () => Promise<T[] | null>;

  /** @param read returns the current state, after those that must not be skipped; `null` once the row is deleted */
  constructor(read: () => Promise<T[] | null>) {
    this.fresh = sharedAsk(async () => {
      const states = await read();
      this.#latest = states === null ? undefined : new WeakRef(states);
      return states;
    });
  }

  /** States that include a revision, if it was committed before this call. @throws what the read throws */
  async from(revision: number): Promise<T[] | null> {
    const latest = this.#latest?.deref();
    return latest !== undefined && (latest.at(-1)?.revision ?? -1) >= revision ? latest : this.fresh();
  }
}
