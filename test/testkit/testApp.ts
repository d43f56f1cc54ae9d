import { pino } from 'pino';
import { type App, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import type { RetryPolicy } from '../../src/queue/runJob.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { createTestDatabase } from './database.js';

/** The whole product in this process, on a database of its own, with a model that the test can script. */
export interface TestApp extends AsyncDisposable {
  app: App;
  url: string;
  databaseUrl: string;
  model: OpenAiStandIn;
}

/** Retries that a test does not have to wait for. */
export const quickRetries: RetryPolicy = { limit: 2, delaySeconds: 1, maxDelaySeconds: 1 };

/** The test itself, and the browser that it drives, hold this process up: that is no load. */
const MAX_LAG_MS = 10_000;

/**
 * Builds the same app as `npm start` does.
 * @param env settings beside those that every test needs
 * @param tokensPerSecond how fast the model talks; as fast as it can by default
 */
export async function startTestApp(
  env: Record<string, string> = {},
  retries: RetryPolicy = quickRetries,
  tokensPerSecond?: number,
): Promise<TestApp> {
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await createTestDatabase());
  const model = opened.use(await startOpenAiStandIn({ tokensPerSecond }));
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    DATABASE_URL: database.url,
    OPENAI_BASE_URL: model.url,
    ...env,
  });
  const app = opened.use(
    await startApp(config, pino({ level: config.logLevel }), { retries, maxLagMs: MAX_LAG_MS }),
  );
  const closing = opened.move();
  return {
    app,
    url: app.url ?? '',
    databaseUrl: database.url,
    model,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
