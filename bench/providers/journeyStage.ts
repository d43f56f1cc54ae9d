import { pino } from 'pino';
import { type App, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { startEmbeddedPostgres } from '../../src/database/embedded/embeddedPostgres.js';
import { dataKeys } from '../../test/testkit/dataKeys.js';
import { copyTemplate, createTemplate } from '../../test/testkit/templateDatabase.js';
import { temporaryFolder } from '../../test/testkit/temporaryFolder.js';

/** Several products share the machine, so none may refuse work because it is slow. */
const OUT_OF_REACH_MS = 600_000;

/** One database server on which the product can be started many times. */
export interface JourneyStage extends AsyncDisposable {
  /** Starts the product on a new database. @param env settings beside those that every run needs */
  startProduct(env: Record<string, string>): Promise<App>;
}

/** Starts a temporary PostgreSQL and removes it afterwards. */
export async function startJourneyStage(): Promise<JourneyStage> {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await temporaryFolder());
  const log = pino({ level: 'error' });
  const server = opened.use(await startEmbeddedPostgres({ dataDir: folder.path, log })).url;
  await createTemplate(server);
  const closing = opened.move();
  return {
    async startProduct(env) {
      await using product = new AsyncDisposableStack();
      const { url } = product.use(await copyTemplate(server));
      const config = readConfig({
        PORT: '0',
        LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
        DATABASE_URL: url,
        DATA_KEYS: dataKeys,
        ...env,
      });
      const app = product.use(
        await startApp(config, pino({ level: config.logLevel }), { maxWaitMs: OUT_OF_REACH_MS }),
      );
      const stopping = product.move();
      return { ...app, [Symbol.asyncDispose]: () => stopping.disposeAsync() };
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
