import { pino } from 'pino';
import type { Cooling } from '../../src/ai/breaker.js';
import { type App, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import type { RetryPolicy } from '../../src/queue/runJob.js';
import type { Draw } from '../../stand-ins/openai/server/answerImage.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { createTestDatabase } from './database.js';
import { dataKeys } from './dataKeys.js';
import { PATIENCE_MS } from './patience.js';
import { smallPicture } from './smallPicture.js';

/** The whole product in this process, on a database of its own, with a model that the test can script. */
export interface TestApp extends AsyncDisposable {
  app: App;
  url: string;
  databaseUrl: string;
  model: OpenAiStandIn;
}

export interface TestAppOptions {
  /** Settings beside those that every test needs. */
  env?: Record<string, string>;
  /** Quick by default. */
  retries?: RetryPolicy;
  /** When calls are withheld from a provider that fails; see Breaker. */
  cooling?: Cooling;
  /** How fast the model writes; as fast as it can by default. */
  tokensPerSecond?: number;
  /** Expected wait above which requests are refused, in milliseconds; out of reach by default. */
  maxWaitMs?: number;
  /** The folder of the built web app; the current build by default. */
  webFolder?: string;
  /** How the model draws; small pictures by default. */
  draw?: Draw;
}

/** Retries that a test does not have to wait for. */
const quickRetries: RetryPolicy = { limit: 2, delaySeconds: 0, maxDelaySeconds: 1 };

/**
 * How long a request to a server under test may have to wait, in milliseconds, before it is refused. The
 * test, its browser and other work on the machine delay the process too, so the limit is out of reach.
 */
export const MAX_WAIT_MS = PATIENCE_MS;

/** Builds the same app as `npm start` does. */
export async function startTestApp({
  env = {},
  retries = quickRetries,
  cooling,
  tokensPerSecond,
  webFolder,
  draw = smallPicture,
  maxWaitMs = MAX_WAIT_MS,
}: TestAppOptions = {}): Promise<TestApp> {
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await createTestDatabase());
  const model = opened.use(await startOpenAiStandIn({ tokensPerSecond, draw }));
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    DATABASE_URL: database.url,
    DATA_KEYS: dataKeys,
    CHAT_INLINE_THINKING: 'never',
    OPENAI_BASE_URL: model.url,
    ...env,
  });
  const app = opened.use(
    await startApp(config, pino({ level: config.logLevel }), { retries, cooling, maxWaitMs, webFolder }),
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
