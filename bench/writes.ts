import { parseArgs } from 'node:util';
import { measuredOnce, reportGoals, spreadOf } from './figures/goals.js';
import { percentile } from './figures/percentile.js';
import { processCost } from './figures/processCosts.js';
import { startAnswerLoad } from './load/answerLoad.js';
import type { LoadResult } from './load/answerLoadMessages.js';
import { preparePgbench } from './load/pgbench.js';
import { type AnswerStage, startAnswerStage } from './stage/startAnswerStage.js';

/**
 * Answers through HTTP, as clients send them, beside pgbench with the same rows in the same transaction on the same
 * server: `npm run bench:writes -- [--seconds 6] [--rounds 3]`. To 200 surveys and to a single one, in interleaved
 * rounds, of which the median counts. The API runs alone, so that no saga competes. In the end the API is killed in the
 * middle. PROFILE=<folder> writes V8
 * CPU profiles and kills nothing. Exits with 1 if an acknowledged answer is not in the database exactly once.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '6' }, rounds: { type: 'string', default: '3' } },
});
const seconds = Number(values.seconds);
const CLIENTS = 64;
const SURVEYS = 200;
const KILL_AFTER_MS = 1_500;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const times = (result: LoadResult): number[] => result.accepted.map(({ ms }) => ms);

await using stage = await startAnswerStage('api', 2 * SURVEYS, process.env['PROFILE']);
const [ours, theirs] = [stage.slugs.slice(0, SURVEYS), stage.slugs.slice(SURVEYS)];
await using everywhere = await startAnswerLoad(stage.url, ours);
await using hot = await startAnswerLoad(stage.url, ours.slice(0, 1));
const receipts: string[] = [];

const api = stage.pids['api'] ?? 0;
const cpuNow = (): number => processCost(api, { children: true }).cpuSeconds;

async function answer(load: typeof everywhere, forSeconds: number): Promise<LoadResult> {
  const result = await load.run({ kind: 'closed', seconds: forSeconds, clients: CLIENTS });
  receipts.push(...result.receipts);
  return result;
}

await answer(everywhere, 5);
await answer(hot, 2);
const pgbench = await preparePgbench(stage.db, stage.databaseUrl, theirs);
if (pgbench === null)
  say(
    'pgbench is not installed (Debian: apt install postgresql-contrib), so there is nothing to compare with.',
  );

const rows = {
  '200 surveys': { load: everywhere, surveys: SURVEYS },
  'one survey': { load: hot, surveys: 1 },
};
const figures: Record<
  string,
  { ours: number[]; theirs: number[]; cpuMs: number[]; p50: number[]; p99: number[] }
> = {};
for (let round = 1; round <= Number(values.rounds); round += 1)
  for (const [name, { load, surveys }] of Object.entries(rows)) {
    const own = (figures[name] ??= { ours: [], theirs: [], cpuMs: [], p50: [], p99: [] });
    const cpu = cpuNow();
    const result = await answer(load, seconds);
    own.cpuMs.push(((cpuNow() - cpu) / result.accepted.length) * 1_000);
    own.ours.push(result.accepted.length / seconds);
    own.p50.push(percentile(times(result), 50));
    own.p99.push(percentile(times(result), 99));
    const beside = await pgbench?.run({ surveys, clients: CLIENTS, seconds });
    own.theirs.push(beside?.perSecond ?? Number.NaN);
    say(
      `round ${round}, ${name}: ${own.ours.at(-1)?.toFixed(0)} answers/s, refused ${result.refused.length}, ` +
        `others ${JSON.stringify(result.others)}; pgbench ${beside?.perSecond.toFixed(0) ?? '-'} tx/s`,
    );
  }
for (const [name, own] of Object.entries(figures)) {
  const [answers, transactions] = [percentile(own.ours, 50), percentile(own.theirs, 50)];
  say(
    `${name}: ${answers.toFixed(0)} answers/s (p50 ${percentile(own.p50, 50).toFixed(0)} ms, p99 ${percentile(own.p99, 50).toFixed(0)} ms, ${percentile(own.cpuMs, 50).toFixed(2)} ms of the API's CPU each), ` +
      `pgbench ${transactions.toFixed(0)} tx/s, ratio ${(answers / transactions).toFixed(2)}; spread ` +
      `${Math.min(...own.ours).toFixed(0)}–${Math.max(...own.ours).toFixed(0)} and ${Math.min(...own.theirs).toFixed(0)}–${Math.max(...own.theirs).toFixed(0)}`,
  );
}

const beside = (name: string): number[] =>
  figures[name]?.ours.map((answers, round) => answers / (figures[name]?.theirs[round] ?? Number.NaN)) ?? [];
const p50 = spreadOf(figures['200 surveys']?.p50 ?? []);

if (process.env['PROFILE'] === undefined) {
  const killed = answer(everywhere, 3);
  setTimeout(() => process.kill(api, 'SIGKILL'), KILL_AFTER_MS);
  say(`kill -9 after ${(await killed).accepted.length} more acknowledged answers`);
}
const wrong = await misstored(stage, receipts);
say(`${receipts.length} acknowledged: ${wrong.missing} missing, ${wrong.miscounted} surveys miscounted`);
await reportGoals({
  name: 'writes',
  title: `submitResponse, durable, ${CLIENTS} clients`,
  goals: [
    {
      what: 'answers to 200 surveys, beside pgbench with the same rows and transaction',
      unit: 'times',
      goal: 0.8,
      is: 'least',
      predicted: 0.25,
      measured: spreadOf(beside('200 surveys')),
    },
    {
      what: 'answers to one survey, beside pgbench on one row',
      unit: 'times',
      goal: 3,
      is: 'least',
      predicted: 3,
      measured: spreadOf(beside('one survey')),
    },
    { what: 'answers to 200 surveys, p50', unit: 'ms', goal: 290, is: 'most', predicted: 130, measured: p50 },
    {
      what: 'acknowledged answers that are not stored once, kill -9 included',
      unit: 'answers',
      goal: 0,
      is: 'most',
      predicted: 0,
      measured: measuredOnce(wrong.missing + wrong.miscounted),
    },
  ],
});
if (wrong.missing > 0 || wrong.miscounted > 0) process.exitCode = 1;

/** A receipt is unique in the database, so one that is found is there exactly once. */
async function misstored({ db }: AnswerStage, acknowledged: string[]) {
  const found = await db.query<{ count: number }>(
    'select count(*)::int as count from response where receipt = any($1)',
    [acknowledged],
  );
  const counted = await db.query<{ count: number }>(
    `select count(*)::int as count from survey where response_count <>
       (select count(*) from response where survey_id = survey.id)`,
  );
  return {
    missing:
      new Set(acknowledged).size -
      (found.rows[0]?.count ?? 0) +
      (acknowledged.length - new Set(acknowledged).size),
    miscounted: counted.rows[0]?.count ?? 0,
  };
}
