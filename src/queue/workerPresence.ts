import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Logger } from 'pino';
import { databaseClient } from '../database/databaseClient.js';
import { WORKER_LOCKS } from './workerLock.js';

const LOOK_EVERY_MS = 250;
/** Delays before the first and every later try to connect again. */
const RECONNECT_AFTER_MS = { first: 50, later: 500 };
/** Longer than any look takes on a busy server. A connection without an answer is given up. */
const ANSWER_WITHIN_MS = 10_000;

/**
 * Takes the lock for the length of a transaction, because PgBouncer gives a transaction a server connection of
 * its own. Between its statements the transaction has no snapshot, so it does not hold back vacuum. It may be
 * idle forever, and a host that vanishes without closing its connections loses it after five seconds.
 */
const HOLD = (workerId: number): string => `begin isolation level read committed read only;
  select set_config(name, value, true) from (values
    ('idle_in_transaction_session_timeout', '0'), ('transaction_timeout', '0'), ('statement_timeout', '0'),
    ('tcp_keepalives_idle', '2'), ('tcp_keepalives_interval', '1'), ('tcp_keepalives_count', '3'),
    ('tcp_user_timeout', '5000')) own (name, value) join pg_settings using (name);
  select pg_advisory_xact_lock(${WORKER_LOCKS}, ${workerId})`;

/** Shows the other processes that this one is alive. */
export interface WorkerPresence extends AsyncDisposable {
  /**
   * Resolves when this process holds its lock: at once, unless its connection was just lost.
   * @throws if the process is stopping
   */
  held(): Promise<void>;
}

/**
 * Holds a worker's lock on a connection that lives as long as this process, and takes it again when the
 * connection is lost.
 * @param options.onHeld called each time the lock was taken, before `held` resolves; must not throw
 * @param options.startLooking called for each connection; the result is called four times a second and reads on it
 * @returns when the lock is held
 */
export async function startWorkerPresence(options: {
  databaseUrl: string;
  workerId: number;
  log: Logger;
  onHeld: () => Promise<void>;
  startLooking: () => (connection: Client) => Promise<void>;
}): Promise<WorkerPresence> {
  const { databaseUrl, workerId, log } = options;
  const DatabaseClient = databaseClient(databaseUrl);
  const stopping = new AbortController();
  let held = newHeld();

  /** Holds the lock until the connection is lost or the process stops. */
  async function hold(): Promise<void> {
    const connection = new DatabaseClient({
      application_name: `re-mirai worker ${workerId}`,
      connectionTimeoutMillis: 5_000,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
    });
    const over = new AbortController();
    const endsOn = AbortSignal.any([over.signal, stopping.signal]);
    // The next look throws what happened.
    connection.on('error', () => over.abort());
    connection.once('end', () => over.abort());
    try {
      await connection.connect();
      await connection.query(HOLD(workerId));
      await options.onHeld();
      held.resolve();
      log.info({ workerId }, 'worker lock held');
      const look = options.startLooking();
      while (!stopping.signal.aborted) {
        await look(connection);
        await wait(LOOK_EVERY_MS, undefined, { signal: endsOn }).catch(() => undefined);
      }
    } finally {
      const ended = connection.end().catch(() => undefined);
      if (stopping.signal.aborted) await ended;
    }
  }

  async function holdAlways(): Promise<void> {
    for (let tries = 0; !stopping.signal.aborted; tries += 1) {
      try {
        await hold();
      } catch (error) {
        log.warn({ workerId, error }, 'connection of the worker lock lost');
        if (held.isHeld()) [held, tries] = [newHeld(), 0];
        const delay = tries === 0 ? RECONNECT_AFTER_MS.first : RECONNECT_AFTER_MS.later;
        await wait(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  const holding = holdAlways();
  const stop = async (): Promise<void> => {
    stopping.abort();
    held.reject(new Error('The worker is stopping.'));
    await holding;
  };
  await held.promise;
  return { held: () => held.promise, [Symbol.asyncDispose]: stop };
}

/** A promise that knows whether it has been resolved, and that may be rejected without a listener. */
function newHeld() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  promise.catch(() => undefined);
  let isHeld = false;
  return { promise, reject, isHeld: () => isHeld, resolve: () => ((isHeld = true), resolve()) };
}
