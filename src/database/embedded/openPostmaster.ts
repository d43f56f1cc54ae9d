import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Logger } from 'pino';
import { hasCode } from '../../sqlErrors.js';
import { DatabaseStartError } from '../errors.js';
import { type LaunchedPostmaster, launchPostmaster } from './launchPostmaster.js';
import type { DataFolder } from './prepareDataFolder.js';
import { removeStalePidFile, runningPostmaster } from './runningPostmaster.js';
import { stopPostmaster } from './stopPostmaster.js';

/** Long enough for the server to replay the write-ahead log after a crash. */
const PATIENCE_MS = 120_000;
const POLL_MS = 10;
/** More than one, because another program may take the chosen port before the server listens. */
const LAUNCHES = 3;
const CANNOT_CONNECT_NOW = '57P03';

type Connect = (port: number) => Promise<Client>;
interface OpenPostmaster {
  client: Client;
  port: number;
}

/**
 * Connects to the server of this cluster: one that a killed process left running, or otherwise a new one.
 * @param connect opens a connection on a port, or throws as node-postgres does
 * @throws DatabaseStartError with the end of the server's log if the server does not start
 */
export async function openPostmaster(
  folder: DataFolder,
  connect: Connect,
  log: Logger,
): Promise<OpenPostmaster> {
  const launches: LaunchedPostmaster[] = [];
  try {
    return await launchUntilConnected(folder, connect, launches);
  } catch (error) {
    // Stop a server that this call started; one that was already running may belong to another process.
    const running = await runningPostmaster(folder.cluster);
    if (running && launches.some(({ pid }) => pid === running.pid)) await stopPostmaster(folder.cluster, log);
    throw error;
  }
}

async function launchUntilConnected(
  folder: DataFolder,
  connect: Connect,
  launches: LaunchedPostmaster[],
): Promise<OpenPostmaster> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await delay(POLL_MS)) {
    const running = await runningPostmaster(folder.cluster);
    if (running?.port !== undefined) {
      const client = await connectWhenReady(running.port, connect);
      if (client) return { client, port: running.port };
    } else if (running === undefined && launches.every((launched) => launched.hasEnded())) {
      if (launches.length === LAUNCHES) break;
      await removeStalePidFile(folder.cluster);
      launches.push(await launchPostmaster(folder));
    }
  }
  throw await failure(folder);
}

/** Returns undefined while the server is starting, recovering or shutting down. */
async function connectWhenReady(port: number, connect: Connect): Promise<Client | undefined> {
  try {
    return await connect(port);
  } catch (error) {
    if (hasCode(error, 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', CANNOT_CONNECT_NOW)) return undefined;
    if (error instanceof Error && error.message.startsWith('Connection terminated')) return undefined;
    throw error;
  }
}

async function failure({ logFile }: DataFolder): Promise<DatabaseStartError> {
  const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-5);
  return new DatabaseStartError(
    `The embedded PostgreSQL did not start. The end of ${logFile}:\n${lines.join('\n')}`,
  );
}
