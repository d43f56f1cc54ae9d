import { join } from 'node:path';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { ownerApplicationName } from './dataFolderLock.js';
import { DatabaseStartError } from './databaseStartError.js';
import { hasCode } from './hasCode.js';

const WRONG_PASSWORD = '28P01';

/**
 * Opens the connection that marks the data folder as ours. Losing it later is logged and never ends the process.
 * @throws DatabaseStartError when the password is not the server's; otherwise as node-postgres does
 */
export async function connectAsOwner(
  { dataDir, password }: { dataDir: string; password: string },
  port: number,
  log: Logger,
): Promise<Client> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'mirai',
    password,
    database: 'postgres',
    application_name: ownerApplicationName,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // Without a listener a lost connection would end the whole process.
  client.on('error', (error: Error) =>
    log.debug({ reason: error.message }, 'owner connection to PostgreSQL'),
  );
  try {
    await client.connect();
    return client;
  } catch (error) {
    if (!hasCode(error, WRONG_PASSWORD)) throw error;
    throw new DatabaseStartError(
      `The password in ${join(dataDir, 'postgres-password')} is not the one of the database beside it: put the right one back, or move the folder away to start empty.`,
      { cause: error },
    );
  }
}
