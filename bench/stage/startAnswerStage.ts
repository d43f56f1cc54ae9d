import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { signIn } from '../../client/signIn.js';
import { CreateSurveyDocument } from '../../operations/generated/graphql.js';
import { startEmbeddedPostgres } from '../../src/database/embeddedPostgres.js';
import { startProcess } from '../../test/testkit/process.js';
import { startRedisServer } from '../../test/testkit/redisServer.js';
import { copySurveys } from './copySurveys.js';

/** The processes of a stage: all in one, as `npm start` runs them, or API and worker apart, over Redis. */
export type Roles = 'all' | 'apart';

/** The product in processes of its own with the built-in model, and open surveys to answer. */
export interface AnswerStage extends AsyncDisposable {
  url: string;
  slugs: string[];
  /** A direct database connection, to count what was stored. */
  db: Client;
  /** Process ids of the product by name. */
  pids: Record<string, number>;
}

/** @param profileTo folder for V8 CPU profiles of the product's processes */
export async function startAnswerStage(
  roles: Roles,
  surveys: number,
  profileTo?: string,
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
  const env: Record<string, string> = { DATABASE_URL: postgres.url, LOG_LEVEL: 'warn' };
  if (roles === 'apart') env['REDIS_URL'] = opened.use(await startRedisServer()).url;
  const start = async (ROLE: 'all' | 'api' | 'worker') => {
    // A separate folder for each process, because the loader's thread writes a profile too.
    const NODE_OPTIONS = profileTo === undefined ? '' : `--cpu-prof --cpu-prof-dir=${join(profileTo, ROLE)}`;
    return opened.use(await startProcess({ ...env, ROLE, NODE_OPTIONS }));
  };
  const server = await start(roles === 'all' ? 'all' : 'api');
  const pids: Record<string, number> = { [roles === 'all' ? 'product' : 'api']: server.pid };
  if (roles === 'apart') pids['worker'] = (await start('worker')).pid;
  await using owner = await signIn(server.url, { email: 'bench@demo.example', name: 'Bench' });
  const { survey } = (await owner.client.run(CreateSurveyDocument, {})).createSurvey;
  const slugs = await copySurveys(db, survey.id, surveys);
  const closing = opened.move();
  const stage = { url: server.url, slugs, db, pids };
  return { ...stage, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}
