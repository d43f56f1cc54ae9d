import type { Pool, PoolClient } from 'pg';

/** Weight of the newest interval in the average: about the last twenty intervals count. */
const WEIGHT = 0.05;

/** Measures how long a new caller would wait for a connection of a pool. */
export interface PoolWait {
  /** Starts measuring. Called once, when the pool is created. */
  observe(pool: Pool): void;
  /**
   * The expected wait in milliseconds: the number of callers that wait already, times the recent interval
   * between two connections that became free. Never less than the longest current wait, which grows while the
   * database does not answer. 0 if a connection is free or can be opened.
   */
  waitMs(): number;
}

/**
 * @param now a monotonic clock in milliseconds
 * @param onWaited receives how long a caller waited for a connection, in seconds. Not called if one was free
 */
export function createPoolWait(
  now: () => number = () => performance.now(),
  onWaited: (seconds: number) => void = () => undefined,
): PoolWait {
  // In the order in which the pool serves them, so the first has waited longest.
  const waiting = new Set<{ since: number }>();
  let lastEnd = -Infinity;
  let interval = 0;

  function endWait(caller: { since: number }): void {
    const at = now();
    // A caller that came after the last connection had become free did not wait for the one before.
    if (caller.since <= lastEnd) {
      const latest = at - lastEnd;
      interval += (latest - interval) * (interval === 0 ? 1 : WEIGHT);
    }
    lastEnd = at;
    waiting.delete(caller);
    onWaited((at - caller.since) / 1_000);
  }

  return {
    observe(pool) {
      const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;
      const measured = async (): Promise<PoolClient> => {
        if (pool.idleCount > 0 || pool.totalCount < pool.options.max) return connect();
        const caller = { since: now() };
        waiting.add(caller);
        try {
          return await connect();
        } finally {
          endWait(caller);
        }
      };
      // pool.query calls connect with a callback. MikroORM does not use it.
      pool.connect = ((callback?: never) =>
        callback === undefined
          ? measured()
          : (connect as (callback: never) => void)(callback)) as Pool['connect'];
    },
    waitMs() {
      const [first] = waiting;
      return first === undefined ? 0 : Math.max(waiting.size * interval, now() - first.since);
    },
  };
}
