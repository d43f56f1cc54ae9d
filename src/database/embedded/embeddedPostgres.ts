import type { Client } from 'pg';
import type { Logger } from 'pino';
import { connectAsOwner } from './connectAsOwner.js';
import { takeDataFolderLock } from './dataFolderLock.js';
import { removeUnfinishedClusters } from './makeCluster.js';
import { openPostmaster } from './openPostmaster.js';
import { prepareDataFolder } from './prepareDataFolder.js';
import { stopPostmaster } from './stopPostmaster.js';

/** The embedded PostgreSQL server, on a free port of 127.0.0.1. */
export interface EmbeddedPostgres {
  /** Address of the database `mirai`, including its password. Never log it. */
  url: string;
  /** Stops the server and waits until it has ended. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts the PostgreSQL from the npm package on `dataDir`/postgres and creates what is missing, or takes over
 * the server that a killed process left running there. Its log is `dataDir`/postgres.log, its password is in
 * `dataDir`/postgres-password.
 * @throws DataFolderInUseError if another live process owns the folder
 * @throws DatabaseStartError with a message for the user, for every other expected failure
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log: Logger;
}): Promise<EmbeddedPostgres> {
  const { log } = options;
  const started = performance.now();
  const folder = await prepareDataFolder(options.dataDir);
  const connect = (port: number): Promise<Client> => connectAsOwner(folder, port, log);
  const { client, port } = await openPostmaster(folder, connect, log);
  const lock = await takeDataFolderLock(client, {
    dataDir: folder.dataDir,
    connect: () => connect(port),
    log,
  });
  const stop = async (): Promise<void> => {
    // The lock must end with the server, so that no process takes over a server that is about to stop.
    const last = lock.release();
    await stopPostmaster(folder.cluster, log);
    await last.end();
  };
  try {
    await removeUnfinishedClusters(folder.cluster);
    await createDatabase(client);
  } catch (error) {
    await stop();
    throw error;
  }
  log.info({ port, ms: Math.round(performance.now() - started) }, 'embedded PostgreSQL ready');
  let stopping: Promise<void> | undefined;
  return {
    url: `postgres://mirai:${folder.password}@127.0.0.1:${port}/mirai`,
    [Symbol.asyncDispose]: () => (stopping ??= stop()),
  };
}

async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query("select 1 from pg_database where datname = 'mirai'");
  if (!rowCount) await client.query('create database mirai');
}
