import { pino } from 'pino';
import { inject } from 'vitest';
import { type App, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { createTestDatabase } from '../testkit/database.js';
import { dataKeys } from '../testkit/dataKeys.js';
import { type TcpProxy, tcpProxy } from '../testkit/tcpProxy.js';
import { MAX_WAIT_MS } from '../testkit/testApp.js';
import { useOne } from '../testkit/useOne.js';

/** The product, whose connections to its database and to Redis a test can cut. */
export interface WiredApp extends AsyncDisposable {
  app: App;
  url: string;
  database: TcpProxy;
  redis: TcpProxy;
}

async function startWiredApp(): Promise<WiredApp> {
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await tcpProxy(opened.use(await createTestDatabase()).url));
  const redis = opened.use(await tcpProxy(inject('redisUrl')));
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    DATA_KEYS: dataKeys,
    REDIS_URL: redis.url,
  });
  // Its retries are the product's own: they outlast what a test cuts.
  const app = opened.use(
    await startApp(config, pino({ level: config.logLevel }), { maxWaitMs: MAX_WAIT_MS }),
  );
  const closing = opened.move();
  return { app, url: app.url ?? '', database, redis, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}

/** Starts it before the tests of the file and closes it after them. */
export const useWiredApp = (): WiredApp => useOne(startWiredApp);
