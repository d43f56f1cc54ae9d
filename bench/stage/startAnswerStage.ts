import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { signIn } from '../../client/signIn.js';
import { CreateSurveyDocument } from '../../operations/generated/graphql.js';
import { startEmbeddedPostgres } from '../../src/database/embedded/embeddedPostgres.js';
import { startBuilt } from './startBuilt.js';
import { startRedisServer } from '../../test/testkit/redisServer.js';
import { copySurveys } from './copySurveys.js';

/**
 * The processes of a stage: all in one, as `npm start` runs them, or API and worker apart, over Redis, or the API
 * alone, beside which a worker can be started.
 */
export type Roles = 'all' | 'apart' | 'api';

/** The product in processes of its own with the built-in model, and open surveys to answer. */
export interface AnswerStage extends AsyncDisposable {
  url: string;
  databaseUrl: string;
  /** Empty if one process has all roles. */
  redisUrl: string;
  slugs: string[];
  /** A direct database connection, to count what was stored. */
  db: Client;
  /** Process ids of the product by name. */
  pids: Record<string, number>;
  /** Starts a worker, which ends with the stage. @returns its process id */
  startWorker: () => Promise<number>;
}

/**
 * @param profileTo folder for V8 CPU profiles of the product's processes
 * @param settings further settings of the product
 */
export async function startAnswerStage(
  roles: Roles,
  surveys: number,
  profileTo?: string,
  settings: Record<string, string> = {},
): Promise<AnswerStage> {
  await using opened = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 're-mirai-bench-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  // As root, PostgreSQL runs as another user, which must be able to enter the folder.
  await chmod(dataDir, 0o755);
  const postgres = opened.use(await startEmbeddedPostgres({ dataDir, log: pino({ level: 'error' }) }));
  const db = new Client({ connectionString: postgres.url });
  await db.connect();
  opened.defer(() => db.end());
  const env: Record<string, string> = { DATABASE_URL: postgres.url, LOG_LEVEL: 'warn', ...settings };
  if (roles !== 'all') env['REDIS_URL'] = opened.use(await startRedisServer()).url;
  const start = async (ROLE: 'all' | 'api' | 'worker') => {
    // A separate folder for each process, because the loader's thread writes a profile too.
    const NODE_OPTIONS = profileTo === undefined ? '' : `--cpu-prof --cpu-prof-dir=${join(profileTo, ROLE)}`;
    return startBuilt({ ...env, ROLE, NODE_OPTIONS });
  };
  const server = opened.use(await start(roles === 'all' ? 'all' : 'api'));
  const pids: Record<string, number> = { [roles === 'all' ? 'product' : 'api']: server.pid };
  if (roles === 'apart') pids['worker'] = opened.use(await start('worker')).pid;
  await using owner = await signIn(server.url, { email: 'bench@demo.example', name: 'Bench' });
  const { survey } = (await owner.client.run(CreateSurveyDocument, {})).createSurvey;
  const slugs = await copySurveys(db, survey.id, surveys);
  const closing = opened.move();
  const startWorker = async (): Promise<number> => {
    const worker = closing.use(await start('worker'));
    return worker.pid;
  };
  const redisUrl = env['REDIS_URL'] ?? '';
  const stage = { url: server.url, databaseUrl: postgres.url, redisUrl, slugs, db, pids, startWorker };
  return { ...stage, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}
