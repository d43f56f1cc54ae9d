import type { Pool, PoolClient } from 'pg';

/** Statements that begin or end a transaction. After a failed one, the state of the connection is unknown. */
const BOUNDARY = /^\s*(?:begin|start transaction|commit|rollback)\b(?!\s+to\b)/i;

/**
 * Makes a pool give up a connection that broke inside a transaction. kysely, which MikroORM uses, releases the
 * connection of a transaction only after a successful COMMIT or ROLLBACK: each connection that broke before
 * cost the pool one of its slots for good. Here a connection leaves the pool when it ends while in use, and
 * when its BEGIN, COMMIT or ROLLBACK fails, whether or not its holder releases it.
 */
export function discardBrokenConnections(pool: Pool): void {
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;
  const guarded = async (): Promise<PoolClient> => guardClient(await connect());
  // pool.query calls connect with a callback and releases in every case.
  pool.connect = ((callback?: never) =>
    callback === undefined ? guarded() : (connect as (callback: never) => void)(callback)) as Pool['connect'];
}

/** Releases a connection once: by its holder, or as broken. Later releases do nothing. */
function guardClient(client: PoolClient): PoolClient {
  const release = client.release.bind(client);
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  let isReleased = false;
  const releaseOnce = (error?: Error | boolean): void => {
    if (isReleased) return;
    isReleased = true;
    client.off('end', discard);
    // The client's own query is a method of its class.
    Reflect.deleteProperty(client, 'query');
    release(error);
  };
  const discard = (): void => releaseOnce(true);
  client.once('end', discard);
  client.release = releaseOnce;
  client.query = ((...args: unknown[]) => {
    const result = query(...args);
    const [text] = args;
    if (typeof text === 'string' && BOUNDARY.test(text) && result instanceof Promise) result.catch(discard);
    return result;
  }) as PoolClient['query'];
  return client;
}
