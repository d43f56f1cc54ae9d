import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../src/database/embedded/embeddedPostgres.js';
import type { StormJudgement } from '../../test/chaos/judgeStorm.js';
import { replyStorm } from '../../test/chaos/replyStorm.js';
import { startRedisServer } from '../../test/testkit/redisServer.js';

const REPLIES = 200;
/** Two: takeovers are so fast that more kills could hit one reply more often than it has attempts. */
const WORKER_KILLS = 2;
const API_KILLS = 5;

/** Many replies at once while workers and APIs are killed and readers connect and disconnect. */
export async function replyStormRun(
  seed: string,
  say: (line: string) => void,
): Promise<{ judgement: StormJudgement; isClean: boolean }> {
  await using opened = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 're-mirai-chaos-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  // As root, PostgreSQL runs as another user, which must be able to enter the folder.
  await chmod(dataDir, 0o755);
  const log = pino({ level: 'error' });
  const { url: databaseUrl } = opened.use(await startEmbeddedPostgres({ dataDir, log }));
  const { url: redisUrl } = opened.use(await startRedisServer());
  const judgement = await replyStorm({
    databaseUrl,
    redisUrl,
    seed,
    replies: REPLIES,
    workerKills: WORKER_KILLS,
    apiKills: API_KILLS,
    tokensPerSecond: 6,
    say,
  });
  const { complete, wrongTexts, wrongReaders, gaps, overlaps, doubledReplies, spareCalls } = judgement;
  const faults = wrongTexts + wrongReaders + gaps + overlaps + doubledReplies + spareCalls;
  return { judgement, isClean: complete === REPLIES && faults === 0 };
}
