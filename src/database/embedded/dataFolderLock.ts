import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Logger } from 'pino';
import { DataFolderInUseError } from '../errors.js';

/** An arbitrary constant, used only by this program. */
const OWNER_LOCK = 0x6f776e72;
/** Long enough for the server to notice that a killed owner's connection is gone. */
const PATIENCE_MS = 1_000;
const POLL_MS = 25;
const RETAKE_MS = 500;

const ownerName = 're-mirai owner';

/**
 * Application name of the connection with the lock, so that a rejected start can name the owner's process.
 */
export const ownerApplicationName = `${ownerName} ${process.pid}`;

/** Held as long as this process owns the data folder. */
interface DataFolderLock {
  /** Call it before the server stops. From then on the loss of the connection is expected. */
  release(): Client;
}

/**
 * Makes this process the only owner of the data folder. The lock is an advisory lock of a connection, so it
 * always ends with the process, and no lock file can go stale.
 * @param connect opens a connection named ownerApplicationName, to take the lock again after the first
 *   connection is lost
 * @throws DataFolderInUseError naming the live owner
 */
export async function takeDataFolderLock(
  client: Client,
  options: { dataDir: string; connect: () => Promise<Client>; log: Logger },
): Promise<DataFolderLock> {
  await takeOrRefuse(client, options.dataDir).catch(async (error: unknown) => {
    await client.end(); // The server keeps running: it belongs to the other process.
    throw error;
  });
  let current = client;
  let released = false;
  const watch = (): void => {
    current.on('end', () => void (released || retake()));
  };
  const retake = async (): Promise<void> => {
    options.log.warn('data folder lock lost; taking it again');
    while (!released) {
      try {
        current = await options.connect();
        await takeOrRefuse(current, options.dataDir);
        return watch();
      } catch (error) {
        options.log.error({ error }, 'data folder lock not acquired');
        await current.end();
        await delay(RETAKE_MS, undefined, { ref: false });
      }
    }
  };
  watch();
  return {
    release: () => {
      released = true;
      return current;
    },
  };
}

async function takeOrRefuse(client: Client, dataDir: string): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await delay(POLL_MS)) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      OWNER_LOCK,
    ]);
    if (rows[0]?.taken) return;
    if (Date.now() > deadline) throw new DataFolderInUseError(dataDir, await findOwner(client));
  }
}

async function findOwner(client: Client): Promise<number | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and classid = 0 and objid = $1 and application_name like $2`,
    [OWNER_LOCK, `${ownerName} %`],
  );
  return Number(rows[0]?.name.slice(ownerName.length)) || undefined;
}
