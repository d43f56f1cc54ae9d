import { Client } from 'pg';
import { copyPersona } from '../../bench/stage/copyPersona.js';
import { makePersona } from '../../bench/stage/makePersona.js';
import { signIn } from '../../client/signIn.js';
import { seededRandom } from '../../stand-ins/openai/author/seededRandom.js';
import { startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { judgeStorm, type StormJudgement } from './judgeStorm.js';
import { restlessReader } from './restlessReader.js';
import { sendSurely } from './sendSurely.js';
import { startStormProcesses } from './stormProcesses.js';

/** What is to happen. */
export interface StormPlan {
  databaseUrl: string;
  redisUrl: string;
  seed: string;
  replies: number;
  workerKills: number;
  apiKills: number;
  /** Of the model; a reply has about 130 tokens. */
  tokensPerSecond: number;
  say: (line: string) => void;
}

/** Replies at once, workers and APIs killed under them, readers that come and go; then what came of it. */
export async function replyStorm(plan: StormPlan): Promise<StormJudgement> {
  const { databaseUrl, redisUrl, say } = plan;
  const random = seededRandom(plan.seed);
  const person = { email: 'storm@demo.example', name: 'Mina Park' };
  const personaId = await makePersona(databaseUrl, person);
  await using opened = new AsyncDisposableStack();
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  opened.defer(() => db.end());
  const personas = await copyPersona(db, personaId, plan.replies);
  const model = opened.use(await startOpenAiStandIn({ tokensPerSecond: plan.tokensPerSecond }));
  const processes = opened.use(
    await startStormProcesses(
      { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, OPENAI_BASE_URL: model.url },
      { apis: 2, workers: plan.workerKills },
    ),
  );
  say(`${plan.workerKills} workers and 2 APIs run`);
  await using owner = await signIn(processes.urls[0] ?? '', person);
  const token = owner.session.accessToken;

  let units = 0;
  const read = async (id: string) => ({
    id,
    seen: await restlessReader(
      processes.urls,
      token,
      id,
      () => random.next(),
      (more) => (units += more),
    ),
  });
  const reading = personas.map(async (id, number) => {
    const question = `Question ${number + 1}: what do my friends see?`;
    const replyId = await sendSurely(processes.urls, token, id, question, () => random.next());
    // Every third reply is read in two tabs.
    return Promise.all(random.next() < 1 / 3 ? [read(replyId), read(replyId)] : [read(replyId)]);
  });
  const readers = Promise.all(reading);
  // The loop below throws it: the readers are awaited only after the loop, and everything must be closed.
  let hasFailed = false;
  readers.catch(() => (hasFailed = true));
  // Takeovers begin two seconds after a kill, so each kill may hit a reply again: a reply survives two.
  const kills = [
    ...Array.from({ length: plan.workerKills }, (_, number) => async () => {
      model.script({
        path: 'chat',
        times: 3,
        ...(number % 2 === 0 ? { do: 'start-over' } : { do: 'repeat', words: 3 }),
      });
      await processes.killWorker();
      say(`worker ${number + 1} is killed at ${units} characters`);
    }),
    ...Array.from({ length: plan.apiKills }, (_, number) => async () => {
      await processes.killApi(number);
      say(`API ${(number % 2) + 1} is killed at ${units} characters`);
    }),
  ].toSorted(() => random.next() - 0.5);
  for (const [index, kill] of kills.entries()) {
    const at = (plan.replies * 150 * (index + random.next())) / kills.length;
    while (units < at) {
      if (hasFailed) await readers;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await kill();
  }
  await processes.addWorkers(2);
  say('two more workers run');
  const seen = (await readers).flat();
  say('all readers have come to an end');
  // Awaited here: what it asks is closed when this function ends.
  return await judgeStorm(db, model, seen);
}
