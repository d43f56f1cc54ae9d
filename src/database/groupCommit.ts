import { bindTrace } from '../telemetry/spans.js';

/** How much a GroupCommit takes on. */
interface Limits<T> {
  /** Most items in one commit. */
  size: number;
  /** Most commits under way. */
  atOnce: number;
  /** Most items that wait; further ones are refused. */
  waiting: number;
  /** Items with different keys never share a commit, and one key has one commit at a time. By default all share. */
  keyOf?: (item: T) => string;
}

interface Waiting<T, R> {
  item: T;
  since: number;
  /** Runs something in the trace in which the item was added. */
  within: <V>(run: () => V) => V;
  settle: PromiseWithResolvers<R>;
}

/** With a commit under way, the next one begins only when so many wait: small ones cost as much as large ones. */
const WORTH_ANOTHER = 16;

/** Then the database does not answer, or a lock is held. A commit takes some milliseconds. */
const STALLED_MS = 500;

/** How an item's turn ended. */
export type Outcome<R> = { value: R | PromiseLike<R> } | { error: unknown };

/**
 * Lets items that arrive while an earlier commit is under way share the next one. Alone, an item waits for
 * nothing.
 */
export class GroupCommit<T, R> {
  readonly #waiting: Waiting<T, R>[] = [];
  readonly #running = new Set<string>();
  #ran = 0;
  #isScheduled = false;
  /** How long the recent commits took. */
  #commitMs = 0;

  /**
   * @param commit commits items in their order and returns what became of each, in the same order. Throws only if
   *   that is unknown or the same for all
   * @param refused makes the error of an item for which there is no room
   */
  constructor(
    private readonly commit: (items: T[]) => Promise<Outcome<R>[]>,
    private readonly limits: Limits<T>,
    private readonly refused: () => Error,
  ) {}

  /** Resolves once the item is committed. Rejects with its own error, or with that of its commit. */
  add(item: T): Promise<R> {
    if (this.#waiting.length >= this.limits.waiting) return Promise.reject(this.refused());
    const settle = Promise.withResolvers<R>();
    this.#waiting.push({ item, since: performance.now(), within: bindTrace(), settle });
    this.#schedule();
    return settle.promise;
  }

  /**
   * How long a new item would wait for earlier ones, in milliseconds: for as many commits as it takes to store them.
   * None while the next commit has room for it. If nothing is committed for a while, the time that the first one has waited.
   * Always 0 for lanes with keys: their items wait for one key, and items with other keys do not.
   */
  waitMs(): number {
    const [first] = this.#waiting;
    if (first === undefined || this.limits.keyOf !== undefined) return 0;
    const commits = Math.floor(this.#waiting.length / (this.limits.size * this.limits.atOnce));
    const age = performance.now() - first.since;
    return Math.max(age > STALLED_MS ? age : 0, commits * this.#commitMs);
  }

  /** After this turn of the event loop, so that all requests that it brought share a commit. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      for (let batch = this.#next(); batch !== null; batch = this.#next()) {
        const next = batch;
        // The commit belongs to the trace of its first item, not to that of the request that scheduled it.
        void next.items[0]?.within(() => this.#run(next));
      }
    });
  }

  #next(): { key: string; items: Waiting<T, R>[] } | null {
    const { size, atOnce, keyOf = () => '' } = this.limits;
    const shares = this.limits.keyOf === undefined;
    if (this.#ran >= atOnce || (shares && this.#ran > 0 && this.#waiting.length < WORTH_ANOTHER)) return null;
    const first = this.#waiting.find(({ item }) => shares || !this.#running.has(keyOf(item)));
    if (first === undefined) return null;
    const key = keyOf(first.item);
    const items: Waiting<T, R>[] = [];
    const others: Waiting<T, R>[] = [];
    for (const one of this.#waiting)
      (items.length < size && keyOf(one.item) === key ? items : others).push(one);
    this.#waiting.splice(0, this.#waiting.length, ...others);
    return { key, items };
  }

  async #run({ key, items }: { key: string; items: Waiting<T, R>[] }): Promise<void> {
    this.#running.add(key);
    this.#ran += 1;
    const began = performance.now();
    try {
      const outcomes = await this.commit(items.map(({ item }) => item));
      for (const [at, { settle }] of items.entries()) {
        const outcome = outcomes[at] ?? { error: new Error('A commit lost an item.') };
        if ('error' in outcome) settle.reject(outcome.error);
        else settle.resolve(outcome.value);
      }
    } catch (error) {
      for (const { settle } of items) settle.reject(error);
    } finally {
      const latest = performance.now() - began;
      this.#commitMs += (latest - this.#commitMs) * (this.#commitMs === 0 ? 1 : 0.2);
      this.#ran -= 1;
      this.#running.delete(key);
      this.#schedule();
    }
  }
}

type Lane = GroupCommit<unknown, unknown>;

/** The shared commits of a process: a lane for each kind of work, which is named by the function that does it. */
export class GroupCommits {
  readonly #lanes = new Map<unknown, Lane>();

  /** @param commit see GroupCommit; a function of a module, so that every request finds the same lane */
  lane<T, R>(
    commit: (items: T[]) => Promise<Outcome<R>[]>,
    limits: Limits<T>,
    refused: () => Error,
  ): GroupCommit<T, R> {
    const known = this.#lanes.get(commit);
    if (known !== undefined) return known as unknown as GroupCommit<T, R>;
    const made = new GroupCommit(commit, limits, refused);
    this.#lanes.set(commit, made as unknown as Lane);
    return made;
  }

  /** The longest expected wait of any lane, in milliseconds. */
  waitMs(): number {
    return Math.max(0, ...[...this.#lanes.values()].map((lane) => lane.waitMs()));
  }
}
