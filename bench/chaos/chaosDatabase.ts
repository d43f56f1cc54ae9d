import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { connectAsOwner } from '../../src/database/embedded/connectAsOwner.js';
import { openPostmaster } from '../../src/database/embedded/openPostmaster.js';
import { prepareDataFolder } from '../../src/database/embedded/prepareDataFolder.js';
import { isPostmaster, runningPostmaster } from '../../src/database/embedded/runningPostmaster.js';
import { stopPostmaster } from '../../src/database/embedded/stopPostmaster.js';

/** A PostgreSQL server that can crash and recover. */
export interface ChaosDatabase extends AsyncDisposable {
  /** The address at the moment: the port changes with each start. */
  url(): string;
  port(): number;
  /** Ends the server at once, as a power cut does (`pg_ctl stop -m immediate`). */
  crash(): Promise<void>;
  /** Starts it again. Resolves when its log is replayed and it takes connections. */
  restart(): Promise<void>;
  /** Runs a statement on a new connection of its own. @returns its rows */
  query<T extends object>(statement: string, values?: unknown[]): Promise<T[]>;
}

/** Starts a server on an empty folder and creates the database `mirai`. */
export async function startChaosDatabase(dataDir: string, log: Logger): Promise<ChaosDatabase> {
  const folder = await prepareDataFolder(dataDir);
  const open = async (): Promise<number> => {
    const opened = await openPostmaster(folder, (at) => connectAsOwner(folder, at, log), log);
    await opened.client.query('create database mirai').catch((error: { code?: string }) => {
      if (error.code !== '42P04') throw error; // It exists already.
    });
    await opened.client.end();
    return opened.port;
  };
  let port = await open();
  const url = (): string => `postgres://mirai:${folder.password}@127.0.0.1:${port}/mirai`;
  return {
    url,
    port: () => port,
    async crash() {
      const running = await runningPostmaster(folder.cluster);
      if (running === undefined) return;
      process.kill(running.pid, 'SIGQUIT');
      while (await isPostmaster(running.pid, folder.cluster)) await wait(10);
    },
    async restart() {
      port = await open();
    },
    async query<T extends object>(statement: string, values: unknown[] = []) {
      const client = new Client({ connectionString: url(), application_name: 'chaos' });
      client.on('error', () => undefined); // A query that breaks is rejected below.
      await client.connect();
      try {
        return (await client.query<T>(statement, values)).rows;
      } finally {
        await client.end();
      }
    },
    [Symbol.asyncDispose]: () => stopPostmaster(folder.cluster, log),
  };
}
