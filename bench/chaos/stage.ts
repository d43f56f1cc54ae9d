import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type SeededRandom, seededRandom } from '../../stand-ins/openai/author/seededRandom.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { freePort } from '../../test/testkit/freePort.js';
import { startRedisServer } from '../../test/testkit/redisServer.js';
import { smallPicture } from '../../test/testkit/smallPicture.js';
import { type ChaosDatabase, startChaosDatabase } from './chaosDatabase.js';
import { type Member, type Role, startFleet } from './fleet.js';

/** Everything a fault can hit. */
export interface ChaosStage extends AsyncDisposable {
  members: Member[];
  /** Addresses of the processes that answer requests. */
  urls: string[];
  database: ChaosDatabase;
  redis: ChaosRedis;
  model: OpenAiStandIn;
}

/** A Redis server that can be killed and comes back empty at the same address. */
export interface ChaosRedis extends AsyncDisposable {
  url: string;
  kill(): Promise<void>;
  restart(): Promise<void>;
}

/** About reading speed, so that a reply takes a few seconds. */
const TOKENS_PER_SECOND = 40;

/** Starts PostgreSQL, Redis, the provider's stand-in and the processes, with wires between them. */
export async function startChaosStage(roles: readonly Role[], seed: string): Promise<ChaosStage> {
  await using opened = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 're-mirai-chaos-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  // As root, PostgreSQL runs as another user, which must be able to enter the folder.
  await chmod(dataDir, 0o755);
  const database = opened.use(await startChaosDatabase(dataDir, pino({ level: 'silent' })));
  const redis = opened.use(await startChaosRedis());
  const model = opened.use(
    await startOpenAiStandIn({ tokensPerSecond: TOKENS_PER_SECOND, draw: smallPicture }),
  );
  const random: SeededRandom = seededRandom(`${seed} wires`);
  const services = { database: database.url(), redis: redis.url, model: model.url };
  const { members } = opened.use(await startFleet(roles, services, () => random.next()));
  const urls = members.flatMap(({ url }) => url ?? []);
  const closing = opened.move();
  return { members, urls, database, redis, model, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}

async function startChaosRedis(): Promise<ChaosRedis> {
  const port = await freePort();
  let server = await startRedisServer(port);
  return {
    url: server.url,
    async kill() {
      process.kill(server.pid, 'SIGKILL');
      await server[Symbol.asyncDispose]();
    },
    async restart() {
      server = await startRedisServer(port);
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
