import { setTimeout as wait } from 'node:timers/promises';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import shared from '../../mikro-orm.config.js';
import { dataKeysOf, provideDataKeys } from '../entities/sealed.js';
import { isDatabaseUnavailable } from '../sqlErrors.js';
import { sharedAsk } from '../sharedAsk.js';
import { connectionLimits } from './connectionLimits.js';
import { databaseClient, hostUrls } from './databaseClient.js';
import { discardEndedConnections } from './poolRecovery.js';
import { createPreparedReads, type PreparedRead, type PreparedReads } from './preparedRead.js';

/** Connections per process and replica. */
const POOL_SIZE = 6;
/** A replica is there to be faster than the primary, so a read does not wait for one that is slow. */
const ANSWER_WITHIN_MS = 2_000;
/** A replica in the same network is some milliseconds behind. */
const REPLAY_WITHIN_MS = 50;
const LOOK_EVERY_MS = 2;
/** How often a replica that rests is tried. */
const TRY_EVERY_MS = 1_000;

/**
 * Where everything ends that the primary has confirmed. Without synchronous commits it confirms what is not flushed
 * yet.
 */
const POSITION = {
  name: 'wal_position',
  text: `select (case when pg_is_in_recovery() then null
    when current_setting('synchronous_commit') = 'off' then pg_current_wal_insert_lsn()
    else pg_current_wal_flush_lsn() end)::text as position`,
};
/** A server that is no replica any more may have changes of its own. */
const isReplayed = (parameter: string): string =>
  `select coalesce(pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${parameter}::pg_lsn, false) as "isReplayed"`;
const REPLAYED = { name: 'wal_is_replayed', text: isReplayed('$1') };

/** Reads that change nothing, on a replica or on the primary. Their result is never older than their call. */
export interface FreshReads {
  preparedRead: PreparedRead;
  /** Its argument may be called a second time, on the primary, if a replica fails. */
  readRows: <T>(read: (em: EntityManager) => Promise<T>) => Promise<T>;
}

/** What replicas did, for /metrics. */
export interface ReplicaFigures {
  reads: Record<'replica' | 'primary', number>;
  /** Replicas that are not used, because they fail or lag behind. */
  resting: number;
}

export interface ReplicaReads extends FreshReads, AsyncDisposable {
  figures(): ReplicaFigures;
}

interface Replica {
  host: string;
  orm: MikroORM;
  prepared: PreparedReads;
  isResting: boolean;
}

/** The replica has not replayed a position in time. */
class ReplicaBehindError extends Error {
  override readonly name = 'ReplicaBehindError';
}

/**
 * Reads from replicas without ever showing an old state: after a read was called, the primary is asked how far its
 * log goes, and a replica is used only once it has replayed as much. So whatever was confirmed to anyone before the call
 * is seen, by whichever process it was written. Simultaneous reads share that question, which touches no table. A
 * replica that fails or lags behind rests until it is well, and the primary answers meanwhile.
 * @param replicaUrl may name several hosts; each is a replica. None of them needs to be reachable
 * @param primary must have been given its data keys
 */
export async function openReplicas(
  replicaUrl: string,
  primary: { orm: MikroORM; prepared: PreparedReads },
  log: Logger,
): Promise<ReplicaReads> {
  const replicas = await Promise.all(hostUrls(replicaUrl).map((url) => openReplica(url, primary.orm)));
  const closing = new AbortController();
  const reads = { replica: 0, primary: 0 };
  let turn = 0;
  /** Null if it is not known: then only the primary itself can answer. */
  const position = sharedAsk(async (): Promise<string | null> => {
    const rows = await primary.prepared.read<{ position: string | null }>(POSITION, []).catch(() => []);
    return rows[0]?.position ?? null;
  });

  async function isWell(replica: Replica): Promise<boolean> {
    const end = await position();
    if (end === null) return false;
    return replica.prepared
      .withConnection((read) => waitForReplay(readReplayed(read, end)))
      .then(
        () => true,
        () => false,
      );
  }

  /** Until it has replayed what the primary had confirmed a moment before. */
  async function rest(replica: Replica, forMs: number): Promise<void> {
    replica.isResting = true;
    await wait(forMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    while (!closing.signal.aborted) {
      if (await isWell(replica)) {
        replica.isResting = false;
        log.info({ replica: replica.host }, 'replica in use');
        return;
      }
      await wait(TRY_EVERY_MS, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  }
  for (const replica of replicas) void rest(replica, 0);

  async function readFresh<T>(
    onReplica: (replica: Replica, position: string) => Promise<T>,
    onPrimary: () => Promise<T>,
  ): Promise<T> {
    const usable = replicas.filter(({ isResting }) => !isResting);
    const replica = usable[(turn += 1) % usable.length];
    const end = replica === undefined ? null : await position();
    if (replica !== undefined && end !== null)
      try {
        const result = await onReplica(replica, end);
        reads.replica += 1;
        return result;
      } catch (error) {
        // Whatever else fails may be the read's own fault, which the primary tells.
        const isIll = error instanceof ReplicaBehindError || isDatabaseUnavailable(error);
        if (isIll && !replica.isResting) {
          log.warn({ replica: replica.host, error }, 'replica not in use');
          void rest(replica, TRY_EVERY_MS);
        }
      }
    reads.primary += 1;
    return onPrimary();
  }

  return {
    preparedRead: (statement, values) =>
      readFresh(
        ({ prepared }, end) =>
          prepared.withConnection(async (read) => {
            await waitForReplay(readReplayed(read, end));
            return read(statement, values);
          }),
        () => primary.prepared.read(statement, values),
      ),
    readRows: (read) =>
      readFresh(
        // On one connection. Each statement sees what is replayed when it begins.
        ({ orm }, end) =>
          orm.em.fork().transactional(
            async (em) => {
              await waitForReplay(async () => {
                const [row] = await em.execute<[{ isReplayed: boolean }]>(isReplayed('?'), [end]);
                return row.isReplayed;
              });
              return read(em);
            },
            { readOnly: true },
          ),
        () => read(primary.orm.em.fork()),
      ),
    figures: () => ({ reads: { ...reads }, resting: replicas.filter(({ isResting }) => isResting).length }),
    async [Symbol.asyncDispose]() {
      closing.abort();
      await Promise.all(replicas.map(({ orm }) => orm.close(true)));
    },
  };
}

/** The reads of a process without replicas. */
export const readsOfPrimary = (orm: MikroORM, prepared: PreparedReads): FreshReads => ({
  preparedRead: prepared.read,
  readRows: (read) => read(orm.em.fork()),
});

async function openReplica(url: string, primary: MikroORM): Promise<Replica> {
  const prepared = createPreparedReads(false);
  const orm = await MikroORM.init({
    ...shared,
    clientUrl: url,
    pool: { min: 0, max: POOL_SIZE },
    driverOptions: {
      ...connectionLimits,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      statement_timeout: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      Client: databaseClient(url, { acceptsStandby: true }),
      application_name: 're-mirai reads',
      onPoolCreated: (pool: Pool) => {
        discardEndedConnections(pool);
        prepared.observe(pool);
      },
    },
  });
  // Creates the pool, which opens its first connection when it is needed.
  orm.em.getKysely();
  provideDataKeys(orm, dataKeysOf(primary.em));
  return { host: new URL(url).host, orm, prepared, isResting: true };
}

const readReplayed = (read: PreparedRead, end: string) => async (): Promise<boolean> => {
  const [row] = await read<{ isReplayed: boolean }>(REPLAYED, [end]);
  return row?.isReplayed ?? false;
};

/** @throws ReplicaBehindError */
async function waitForReplay(isReplayedYet: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + REPLAY_WITHIN_MS;
  while (!(await isReplayedYet())) {
    if (performance.now() > deadline) throw new ReplicaBehindError('The replica lags behind.');
    await wait(LOOK_EVERY_MS);
  }
}
