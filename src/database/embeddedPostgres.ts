import type { Client } from 'pg';
import type { Logger } from 'pino';
import { connectAsOwner } from './connectAsOwner.js';
import { takeDataFolderLock } from './dataFolderLock.js';
import { openPostmaster } from './openPostmaster.js';
import { prepareDataFolder } from './prepareDataFolder.js';
import { removeDrafts } from './removeDrafts.js';
import { stopPostmaster } from './stopPostmaster.js';

/** A PostgreSQL server of our own, on a free port of 127.0.0.1. */
export interface EmbeddedPostgres {
  /** Address of the database `mirai`, with its password: never log it. */
  url: string;
  /** Stops the server and waits until it is gone. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm brought on `dataDir`/postgres, making what is missing, or takes over the one that a
 * killed process of ours left running there. Its log is `dataDir`/postgres.log, its password `dataDir`/postgres-password.
 * @throws DataFolderInUseError when another live process owns the folder
 * @throws DatabaseStartError with a sentence for the user, for everything else that can be expected
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
    // The lock ends with the server, not before: nobody may take over a server that is about to stop.
    const last = lock.release();
    await stopPostmaster(folder.cluster, log);
    await last.end();
  };
  try {
    await removeDrafts(folder.cluster);
    await createDatabase(client);
  } catch (error) {
    await stop();
    throw error;
  }
  log.info({ port, ms: Math.round(performance.now() - started) }, 'the embedded PostgreSQL is ready');
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
