import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../src/database/embeddedPostgres.js';
import { replyStorm } from '../test/chaos/replyStorm.js';
import { startRedisServer } from '../test/testkit/redisServer.js';

/**
 * Runs many replies at once while workers and APIs are killed and readers connect and disconnect: `npm run
 * chaos -- [replies 200] [worker kills 2] [API kills 5] [seed]`. Exits with 1 if text was lost or repeated.
 */
const [replies = '200', workerKills = '2', apiKills = '5', seed = String(Date.now())] = process.argv.slice(2);

await using opened = new AsyncDisposableStack();
const dataDir = await mkdtemp(join(tmpdir(), 're-mirai-chaos-'));
opened.defer(() => rm(dataDir, { recursive: true, force: true }));
// As root, PostgreSQL runs as another user, which must be able to enter the folder.
await chmod(dataDir, 0o755);
const log = pino({ level: 'error' });
const { url: databaseUrl } = opened.use(await startEmbeddedPostgres({ dataDir, log }));
const { url: redisUrl } = opened.use(await startRedisServer());
const started = performance.now();
const say = (line: string): void =>
  void process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);
say(`seed ${seed}`);
const judgement = await replyStorm({
  databaseUrl,
  redisUrl,
  seed,
  replies: Number(replies),
  workerKills: Number(workerKills),
  apiKills: Number(apiKills),
  tokensPerSecond: 6,
  say,
});
process.stdout.write(`${JSON.stringify(judgement, null, 1)}\n`);
const { complete, wrongTexts, wrongReaders, gaps, overlaps, doubledReplies, spareCalls } = judgement;
const faults = wrongTexts + wrongReaders + gaps + overlaps + doubledReplies + spareCalls;
if (complete !== Number(replies) || faults > 0) process.exitCode = 1;
