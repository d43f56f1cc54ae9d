import type { Pool, PoolClient } from 'pg';

/**
 * Makes a pool give up a connection that ends while it is in use. kysely, which MikroORM uses, releases the
 * connection of a transaction only after a successful COMMIT or ROLLBACK: each connection that broke before
 * cost the pool one of its slots for good. databaseClient ends a connection whose COMMIT or ROLLBACK fails.
 */
export function discardEndedConnections(pool: Pool): void {
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;
  const guarded = async (): Promise<PoolClient> => releaseOnce(await connect());
  // pool.query calls connect with a callback and releases in every case.
  pool.connect = ((callback?: never) =>
    callback === undefined ? guarded() : (connect as (callback: never) => void)(callback)) as Pool['connect'];
}

/** Releases a connection once: by its holder, or because it ended. Later releases do nothing. */
function releaseOnce(client: PoolClient): PoolClient {
  const release = client.release.bind(client);
  let isReleased = false;
  const once = (error?: Error | boolean): void => {
    if (isReleased) return;
    isReleased = true;
    client.off('end', discard);
    release(error);
  };
  const discard = (): void => once(true);
  client.once('end', discard);
  client.release = once;
  return client;
}
