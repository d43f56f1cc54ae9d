import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'graphql';
import { PublicSurveyDocument } from '../operations/generated/graphql.js';
import { releaseSize } from '../src/measurement/release/schedule.js';
import { startBuilt } from './stage/startBuilt.js';
import { keepResult, reportGoals, spreadOf } from './figures/goals.js';
import { growthChart } from './figures/growthChart.js';
import { type Curve, measureCurve, settle } from './figures/growthCurve.js';
import { percentile } from './figures/percentile.js';
import { parentOf, processCost } from './figures/processCosts.js';
import { startAnswerLoad } from './load/answerLoad.js';
import { loadByWrk } from './reads/loadByWrk.js';
import { copySurveys } from './stage/copySurveys.js';
import { type AnswerStage, startAnswerStage } from './stage/startAnswerStage.js';

/**
 * What one read and one answer cost as the work grows, in milliseconds of CPU of the API and PostgreSQL together, which
 * hardly depends on other work of the machine: `npm run bench:growth -- [rounds]`. A read of a survey by POST, so that no
 * cache answers, and an answer: with 10 to 10,000 surveys, each number in a database with an API of its own; an answer
 * to surveys of 10 to 100,000 answers; a read with one to four API processes, each of which has the same load. All are
 * warmed up before the first round, and the sizes take turns. Goal: in a round, the cost at the largest size is within
 * 20 % of the lowest.
 */
const ROUNDS = Number(process.argv[2] ?? 5);
const SURVEYS = [10, 100, 1_000, 10_000];
const ANSWERS = [10, 100, 1_000, 10_000, 100_000];
const PROCESSES = [1, 2, 4];
const RATE = { perSecond: 50, seconds: 5 };
const WARM_UP = { seconds: 5, clients: 4 };
/** With pauses, because four processes share the machine with the load and the database: none may have to wait for a core. */
const READS = { seconds: 5, connectionsOfAProcess: 4, pauseMs: 40 };
/** Beside the accepted requests. A refused one costs next to nothing, so a few change no figure. */
const MAY_BE_REFUSED = 0.05;
const ATTEMPTS = 20;
/** Surveys of one number of answers, which take turns, and the largest number has fewer. */
const OF_A_SIZE = 10;
/** In each survey that is answered while the number of surveys grows: the first releases of a survey come more often. */
const ANSWERED_BEFORE = 500;

await using opened = new AsyncDisposableStack();
const folder = await mkdtemp(join(tmpdir(), 're-mirai-growth-'));
opened.defer(() => rm(folder, { recursive: true, force: true }));

/**
 * @param api process id
 * @param work answers how many requests were accepted and refused
 * @returns milliseconds of CPU for each accepted one, of the first attempt in which hardly any was refused
 */
async function costOfOne(
  { db }: AnswerStage,
  api: number,
  work: () => Promise<{ accepted: number; refused: number }>,
): Promise<number> {
  const { rows } = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
  const postmaster = parentOf(rows[0]?.pid ?? 0);
  const cpuSeconds = (): number =>
    [api, postmaster].reduce((sum, pid) => sum + processCost(pid, { children: true }).cpuSeconds, 0);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = cpuSeconds();
    const { accepted, refused } = await work();
    if (refused <= MAY_BE_REFUSED * accepted) return ((cpuSeconds() - before) * 1_000) / accepted;
    process.stderr.write(`${accepted} accepted, ${refused} refused: once more\n`);
  }
  throw new Error('The machine is too busy: too many requests were refused.');
}

const apiOf = ({ pids }: AnswerStage): number => pids['api'] ?? 0;

/** @throws Error if one was neither accepted nor refused */
async function costOfAnswer(stage: AnswerStage, slugs: string[]): Promise<number> {
  await using load = await startAnswerLoad(stage.url, slugs);
  return await costOfOne(stage, apiOf(stage), async () => {
    const { accepted, refused, others } = await load.run({ kind: 'open', ...RATE });
    if (Object.keys(others).length > 0) throw new Error(`Unexpected: ${JSON.stringify(others)}`);
    return { accepted: accepted.length, refused: refused.length };
  });
}

async function costOfRead(
  stage: AnswerStage,
  { url, pid, processes }: { url: string; pid: number; processes: number },
): Promise<number> {
  const body = JSON.stringify({
    query: print(PublicSurveyDocument),
    variables: { slug: stage.slugs.at(-1) },
  });
  const { connectionsOfAProcess, ...load } = READS;
  return costOfOne(stage, pid, async () => {
    const { perSecond, refused } = await loadByWrk(
      folder,
      { url: `${url}/graphql`, body },
      { ...load, connections: connectionsOfAProcess * processes, mayRefuse: true },
    );
    return { accepted: perSecond * load.seconds, refused };
  });
}

/** Answers the first survey, so that a cold API neither refuses measured answers nor costs more. */
async function warmUp(stage: AnswerStage): Promise<void> {
  await using load = await startAnswerLoad(stage.url, stage.slugs.slice(0, 1));
  await load.run({ kind: 'closed', ...WARM_UP });
}

/** How many answers are released of so many, and in how many releases. */
function releasesOf(count: number): { releases: number; released: number } {
  let [releases, released] = [0, 0];
  for (let size = releaseSize(0, 0); released + size <= count; size = releaseSize(releases, released)) {
    released += size;
    releases += 1;
  }
  return { releases, released };
}

/** Fills surveys with copies of one answer, which nothing opens while further answers are counted. */
async function fill({ db }: AnswerStage, slugs: string[], count: number): Promise<void> {
  const { releases, released } = releasesOf(count);
  await db.query(
    `insert into response (id, survey_id, client_key, content_hash, device, receipt, relation, closeness, elapsed_ms, answers, release, submitted_on)
     select gen_random_uuid(), survey.id, gen_random_uuid()::text, '', md5(random()::text) || md5(random()::text),
       md5(random()::text), answer.relation, closeness, elapsed_ms, answers,
       case when n <= $3 then 1 + (n - 1) * $4 / greatest(1, $3) end, answer.submitted_on
     from survey, generate_series(1, $2::int) n, (select * from response limit 1) answer where slug = any($1)`,
    [slugs, count, released, releases],
  );
  await db.query(
    'update survey set response_count = $2, releases = $3, unreleased = $4 where slug = any($1)',
    [slugs, count, releases, count - released],
  );
}

async function bySurveys(): Promise<Curve[]> {
  await using stages = new AsyncDisposableStack();
  const [reads, answers] = [
    new Map<number, () => Promise<number>>(),
    new Map<number, () => Promise<number>>(),
  ];
  for (const size of SURVEYS) {
    // The survey that is copied is there too.
    const stage = stages.use(await startAnswerStage('api', size - 1));
    await warmUp(stage);
    // Each answer of a run to another survey, as far as there are any.
    const answered = stage.slugs.slice(1).slice(-RATE.perSecond * RATE.seconds);
    await fill(stage, answered, ANSWERED_BEFORE);
    await stage.db.query('vacuum analyze');
    reads.set(size, () => costOfRead(stage, { url: stage.url, pid: apiOf(stage), processes: 1 }));
    answers.set(size, () => costOfAnswer(stage, answered));
    process.stderr.write(`${size} surveys are there\n`);
  }
  for (const cost of [...reads.values(), ...answers.values()]) await settle(cost);
  return [
    await measureCurve('a read, by surveys', reads, ROUNDS),
    await measureCurve('an answer, by surveys', answers, ROUNDS),
  ];
}

async function byAnswers(stage: AnswerStage): Promise<Curve> {
  const { rows } = await stage.db.query<{ id: string }>(
    'select id from survey where response_count = 0 limit 1',
  );
  const copies = (count: number): Promise<string[]> => copySurveys(stage.db, rows[0]?.id ?? '', count);
  const costs = new Map<number, () => Promise<number>>();
  for (const size of ANSWERS) {
    // Small surveys would not stay small, so each round has its own.
    const sets: string[][] = [];
    while (sets.length < (size < 10_000 ? ROUNDS : 1))
      sets.push(await copies(size < 100_000 ? OF_A_SIZE : 2));
    await fill(stage, sets.flat(), size);
    let round = 0;
    costs.set(size, () => costOfAnswer(stage, sets[round++ % sets.length] ?? []));
    process.stderr.write(`surveys of ${size} answers are filled\n`);
  }
  await stage.db.query('vacuum analyze');
  // One process serves all sizes.
  await settle(() => costOfAnswer(stage, stage.slugs));
  return measureCurve('an answer, by answers of its survey', costs, ROUNDS);
}

async function byProcesses(stage: AnswerStage): Promise<Curve> {
  await using products = new AsyncDisposableStack();
  const settings = {
    DATABASE_URL: stage.databaseUrl,
    REDIS_URL: stage.redisUrl,
    LOG_LEVEL: 'warn',
    ROLE: 'api',
    APP_SECRET: randomUUID(),
  };
  const costs = new Map<number, () => Promise<number>>();
  for (const processes of PROCESSES) {
    const { url, pid } = products.use(await startBuilt({ ...settings, PROCESSES: String(processes) }));
    costs.set(processes, () => costOfRead(stage, { url, pid, processes }));
  }
  for (const cost of costs.values()) await settle(cost);
  return await measureCurve('a read, by API processes', costs, ROUNDS);
}

const curves = await bySurveys();
await using last = await startAnswerStage('api', OF_A_SIZE);
await warmUp(last);
curves.push(await byAnswers(last), await byProcesses(last));
for (const { label, points } of curves)
  process.stdout.write(
    `${label}: ${points.map(({ size, ms }) => `${size.toLocaleString('en')} ${percentile(ms, 50).toFixed(2)} ms`).join(', ')}\n`,
  );
await keepResult('growth.svg', growthChart(curves));
await reportGoals({
  name: 'growth',
  title: 'Cost of one as the work grows (CPU of API and PostgreSQL)',
  goals: curves.map(({ label, points, largestByLowest }) => ({
    what: `${label}: at ${points.at(-1)?.size.toLocaleString('en')}, beside the lowest from ${points[0]?.size} on`,
    unit: 'times',
    goal: 1.2,
    is: 'most',
    predicted: 1.1,
    measured: spreadOf(largestByLowest),
  })),
});
