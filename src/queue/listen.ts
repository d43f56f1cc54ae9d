import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { databaseClient } from '../database/databaseClient.js';

/** How often the connection is checked, how long an answer may take, and the pause before the next attempt. */
const CHECK_EVERY_MS = 3_000;
const ANSWER_WITHIN_MS = 4_000;
const RETRY_AFTER_MS = 1_000;

interface ListenOptions {
  databaseUrl: string;
  channel: string;
  onNotification: (payload: string) => void;
  /** Called whenever the channel is listened to again, because notifications may have been missed. */
  onReconnect: () => void;
  log: Logger;
}

/**
 * Listens to a channel until it is closed, on a connection of its own that is replaced when it fails. pg-boss's
 * own listener gives up if its first attempt fails, and waits up to 30 s before later ones. While nothing is
 * heard, the workers still poll.
 */
export function listen({ databaseUrl, channel, onNotification, onReconnect, log }: ListenOptions): {
  close(): Promise<void>;
} {
  const DatabaseClient = databaseClient(databaseUrl);
  const closing = new AbortController();
  const { signal } = closing;

  async function listenOnce(): Promise<never> {
    const client = new DatabaseClient({
      application_name: 're-mirai listener',
      connectionTimeoutMillis: 5_000,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
    });
    const ended = new AbortController();
    client.once('end', () => ended.abort());
    const end = (): void => void client.end();
    signal.addEventListener('abort', end);
    try {
      await client.connect();
      client.on('notification', ({ payload }) => onNotification(payload ?? ''));
      await client.query(`listen "${channel}"`);
      onReconnect();
      for (;;) {
        await delay(CHECK_EVERY_MS, undefined, { signal: ended.signal });
        const { rows } = await client.query('select channel from pg_listening_channels() as channel');
        if (rows.length === 0) throw new Error('The server forgot the channel: a pooler lies in between.');
      }
    } finally {
      signal.removeEventListener('abort', end);
      await client.end();
    }
  }

  async function listenUntilClosed(): Promise<void> {
    while (!signal.aborted)
      try {
        await listenOnce();
      } catch (error) {
        if (signal.aborted) return;
        log.warn({ error }, 'queue listener failed; connecting again');
        // Rejects only when it is closed meanwhile.
        await delay(RETRY_AFTER_MS, undefined, { signal }).catch(() => undefined);
      }
  }

  const closed = listenUntilClosed();
  return {
    async close() {
      closing.abort();
      await closed;
    },
  };
}
