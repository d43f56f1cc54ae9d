import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { type SignedIn, signIn } from '../../client/signIn.js';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { startEmbeddedPostgres } from '../../src/database/embedded/embeddedPostgres.js';
import { dataKeys } from '../../test/testkit/dataKeys.js';
import { startBuilt } from './startBuilt.js';
import { startRedisServer } from '../../test/testkit/redisServer.js';
import { type PacedModel, startPacedModel } from '../model/pacedModel.js';
import { makePersona } from './makePersona.js';

/** The product with a model of known pace, and a signed-in owner with one persona. */
export interface ReplyStage extends AsyncDisposable {
  url: string;
  model: PacedModel;
  owner: SignedIn;
  personaId: string;
  /** A direct database connection, to create rows that the API would create too slowly. */
  db: Client;
  /** Process ids; empty if everything runs in this process. */
  pids: { api?: number; worker?: number; redis?: number };
}

const bench = { email: 'bench@demo.example', name: 'Bench' };

/**
 * @param kind `together`: API and workers in this process, as with `npm start`; `apart`: separate processes,
 *   over Redis
 * @param profileTo folder for V8 CPU profiles of the separate processes
 */
export async function startReplyStage(kind: 'together' | 'apart', profileTo?: string): Promise<ReplyStage> {
  await using opened = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 're-mirai-bench-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  // As root, PostgreSQL runs as another user, which must be able to enter the folder.
  await chmod(dataDir, 0o755);
  const log = pino({ level: 'error' });
  const DATABASE_URL = opened.use(await startEmbeddedPostgres({ dataDir, log })).url;
  // Written by the built-in model, because the paced one only replies.
  const personaId = await makePersona(DATABASE_URL, bench);
  const db = new Client({ connectionString: DATABASE_URL });
  await db.connect();
  opened.defer(() => db.end());
  const model = opened.use(await startPacedModel());
  const env = { DATABASE_URL, DATA_KEYS: dataKeys, OPENAI_BASE_URL: model.url, LOG_LEVEL: 'warn', PORT: '0' };
  const pids: ReplyStage['pids'] = {};
  let url: string;
  if (kind === 'together') {
    url = opened.use(await startApp(readConfig(env), log)).url ?? '';
  } else {
    const redis = opened.use(await startRedisServer());
    const start = async (ROLE: 'api' | 'worker') => {
      // A separate folder for each process, because the loader's thread writes a profile too.
      const NODE_OPTIONS =
        profileTo === undefined
          ? (process.env['NODE_OPTIONS'] ?? '')
          : `--cpu-prof --cpu-prof-dir=${join(profileTo, ROLE)}`;
      return opened.use(await startBuilt({ ...env, ROLE, REDIS_URL: redis.url, NODE_OPTIONS }));
    };
    const api = await start('api');
    const worker = await start('worker');
    Object.assign(pids, { api: api.pid, worker: worker.pid, redis: redis.pid });
    // The processes' warnings can explain the figures.
    opened.defer(() => void process.stderr.write(complaints(api.output()) + complaints(worker.output())));
    url = api.url;
  }
  const owner = opened.use(await signIn(url, bench));
  const closing = opened.move();
  const stage = { url, model, owner, personaId, db, pids };
  return { ...stage, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}

/** Each warning once, with its count. */
function complaints(output: string): string {
  const counts = new Map<string, number>();
  for (const [, error = '', what = ''] of output.matchAll(
    /^\{"level":[3-6]0.*?(?:"error":("[^"]*"|\{"type":"[^"]*","message":"[^"]*").*)?"msg":"([^"]*)"\}$/gm,
  )) {
    const line = `${what} ${error}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, times]) => `${times} × ${line}\n`).join('');
}
