import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../../src/config.js';
import { startEmbeddedPostgres } from '../../src/database/embedded/embeddedPostgres.js';
import { DataFolderInUseError } from '../../src/database/errors.js';
import { resolveClusterPath } from '../../src/database/embedded/resolveClusterPath.js';
import { runningPostmaster } from '../../src/database/embedded/runningPostmaster.js';
import { serverAccount } from '../../src/database/embedded/serverAccount.js';

/** The product's database. Disposing it stops a server that was started for it. */
export interface ReachedDatabase extends AsyncDisposable {
  url: string;
}

/**
 * Connects a command to the database of the settings: DATABASE_URL, or the embedded one. If the product runs, its
 * server is used; if it is stopped, the server is started for as long as the command runs.
 * @throws DatabaseStartError
 */
export async function reachDatabase(
  { databaseDirectUrl, dataDir }: Pick<Config, 'databaseDirectUrl' | 'dataDir'>,
  log: Logger,
): Promise<ReachedDatabase> {
  if (databaseDirectUrl !== undefined)
    return { url: databaseDirectUrl, [Symbol.asyncDispose]: () => Promise.resolve() };
  try {
    return await startEmbeddedPostgres({ dataDir, log });
  } catch (error) {
    if (!(error instanceof DataFolderInUseError)) throw error;
    const folder = await realpath(dataDir);
    const running = await runningPostmaster(await resolveClusterPath(folder, serverAccount()));
    if (running?.port === undefined) throw error;
    const password = (await readFile(join(folder, 'postgres-password'), 'utf8')).trim();
    const url = `postgres://mirai:${password}@127.0.0.1:${running.port}/mirai`;
    return { url, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
}
