import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../src/database/embedded/embeddedPostgres.js';

/**
 * A process of its own that starts the embedded PostgreSQL on the folder it is given and tells its parent how that
 * went: `{ url }` or `{ refused }`. An owner then stays until it is killed or gets the message 'stop'.
 */
try {
  const postgres = await startEmbeddedPostgres({
    dataDir: process.argv[2] ?? '',
    log: pino({ level: 'silent' }),
  });
  process.once('message', () => {
    void postgres[Symbol.asyncDispose]().then(() => process.connected && process.disconnect());
  });
  process.once('disconnect', () => void postgres[Symbol.asyncDispose]()); // The tests' process is gone.
  process.send?.({ url: postgres.url });
} catch (error) {
  process.send?.({ refused: error instanceof Error ? error.message : String(error) });
  process.disconnect();
}
