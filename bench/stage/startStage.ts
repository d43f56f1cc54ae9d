import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type SignedIn, signIn } from '../../client/signIn.js';
import { type App, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';

/** The product on a temporary embedded database, with a scriptable model and a signed-in owner. */
interface BenchStage extends AsyncDisposable {
  app: App;
  url: string;
  model: OpenAiStandIn;
  owner: SignedIn;
}

/**
 * Starts everything in one process, as with `npm start`, and removes all of it afterwards.
 * @param maxWaitMs expected wait above which requests are refused; the product's own limit by default
 * @param settings beside those that every bench needs
 */
export async function startStage(
  maxWaitMs?: number,
  settings: Record<string, string> = {},
): Promise<BenchStage> {
  await using opened = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 're-mirai-bench-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  // As root, PostgreSQL runs as another user, which must be able to enter the folder.
  await chmod(dataDir, 0o755);
  const model = opened.use(await startOpenAiStandIn());
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    OPENAI_BASE_URL: model.url,
    ...settings,
  });
  const app = opened.use(await startApp(config, pino({ level: config.logLevel }), { maxWaitMs }));
  const url = app.url ?? '';
  const owner = opened.use(await signIn(url, { email: 'bench@demo.example', name: 'Bench' }));
  const closing = opened.move();
  return { app, url, model, owner, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}
