import { join } from 'node:path';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { hasCode } from '../../sqlErrors.js';
import { ownerApplicationName } from './dataFolderLock.js';
import { DatabaseStartError } from '../errors.js';

const WRONG_PASSWORD = '28P01';

/**
 * Opens the connection that holds the lock on the data folder. Losing it later is logged and never ends the
 * process.
 * @throws DatabaseStartError if the server rejects the password; otherwise as node-postgres does
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
  // Without a listener a lost connection would end the process.
  client.on('error', (error: Error) =>
    log.debug({ reason: error.message }, 'data folder lock connection failed'),
  );
  try {
    await client.connect();
    return client;
  } catch (error) {
    if (!hasCode(error, WRONG_PASSWORD)) throw error;
    throw new DatabaseStartError(
      `The password in ${join(dataDir, 'postgres-password')} does not match the database next to it. Restore the right password, or move the folder away to start empty.`,
      { cause: error },
    );
  }
}
