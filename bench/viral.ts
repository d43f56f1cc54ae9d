import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startOpenAiStandIn } from '../stand-ins/openai/server/server.js';
import { type Goal, measuredOnce, reportGoals, spreadOf } from './figures/goals.js';
import { percentile } from './figures/percentile.js';
import { processCost } from './figures/processCosts.js';
import { startAnswerLoad } from './load/answerLoad.js';
import { type AnswerStage, startAnswerStage } from './stage/startAnswerStage.js';

/**
 * A survey that goes viral: `npm run bench:viral -- [--rush 1500] [--seconds 40] [--many 6500]`. First a rush to one
 * process with its defaults: releases, versions that were written, the time from the last answer to its newest version,
 * memory. Then a worker alone on a survey of thousands of answers, and what its later versions cost, compared with the
 * first ones of surveys of three answers. Then a worker alone on many of these at once.
 */
const { values } = parseArgs({
  options: {
    rush: { type: 'string', default: '1500' },
    seconds: { type: 'string', default: '40' },
    many: { type: 'string', default: '6500' },
  },
});

const goals: Goal[] = [];
const atMost = (what: string, unit: string, goal: number, predicted: number, value: number): void =>
  void goals.push({ what, unit, goal, is: 'most', predicted, measured: measuredOnce(value) });
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const secondsSince = (start: number): number => (performance.now() - start) / 1_000;

interface State {
  answers: number;
  releases: number;
  versions: number;
  /** The newest release's version is READY. */
  done: boolean;
}

async function stateOf({ db }: AnswerStage, slug: string): Promise<State> {
  const { rows } = await db.query<State>(
    `select response_count as answers, releases, count(version.id)::int as versions,
       coalesce(bool_or(number = releases and version.status = 'READY'), false) as done
     from survey join persona on survey_id = survey.id left join persona_version version on persona_id = persona.id
     where survey.slug = $1 group by survey.id`,
    [slug],
  );
  return rows[0]!;
}

/** Waits until the version of the newest release is READY. @returns seconds, and the process's largest memory */
async function newestReady(stage: AnswerStage, slug: string, pid: number) {
  const start = performance.now();
  let megabytes = 0;
  for (;;) {
    megabytes = Math.max(megabytes, processCost(pid, { children: true }).megabytes);
    const state = await stateOf(stage, slug);
    if (state.done) return { ...state, seconds: secondsSince(start), megabytes };
    await delay(50);
  }
}

async function rush(): Promise<void> {
  await using stage = await startAnswerStage('all', 1);
  const [slug = ''] = stage.slugs;
  const pid = stage.pids['product'] ?? 0;
  await using load = await startAnswerLoad(stage.url, [slug]);
  let megabytes = 0;
  const sampling = setInterval(
    () => void (megabytes = Math.max(megabytes, processCost(pid, { children: true }).megabytes)),
    500,
  );
  const seconds = Number(values.seconds);
  const sent = await load.run({ kind: 'open', seconds, perSecond: Number(values.rush) / seconds });
  clearInterval(sampling);
  const end = await newestReady(stage, slug, pid);
  say(
    `a rush of ${end.answers} answers in ${seconds} s (refused ${sent.refused.length}): ${end.releases} releases, ` +
      `${end.versions} versions written and painted, newest ${end.seconds.toFixed(1)} s after the last answer, ` +
      `${Math.max(megabytes, end.megabytes).toFixed(0)} MB`,
  );
  const what = `${values.rush} answers to one survey in ${seconds} s`;
  atMost(`${what}: refused`, 'answers', 0, 0, sent.refused.length);
  atMost(`${what}: releases`, 'releases', 25, 25, end.releases);
  atMost(`${what}: versions written and painted`, 'versions', 10, 8, end.versions);
  atMost(`${what}: newest version after the last answer`, 's', 15, 8, end.seconds);
  atMost(`${what}: memory`, 'MB', 400, 430, Math.max(megabytes, end.megabytes));
}

async function answerUntil(
  stage: AnswerStage,
  slug: string,
  isEnough: (state: State) => boolean,
): Promise<void> {
  await using load = await startAnswerLoad(stage.url, [slug]);
  while (!isEnough(await stateOf(stage, slug))) await load.run({ kind: 'closed', seconds: 0.2, clients: 16 });
}

/** CPU seconds of the worker until the newest version is READY. */
async function versionCost(stage: AnswerStage, slug: string, worker: number) {
  const before = processCost(worker, { children: true }).cpuSeconds;
  const end = await newestReady(stage, slug, worker);
  return { ...end, cpuSeconds: processCost(worker, { children: true }).cpuSeconds - before };
}

const ROUNDS = 5;

/** One survey of thousands of answers: its first version, and later ones in turns with first versions of other surveys. */
async function many(): Promise<void> {
  // In this process, so that the worker's CPU is the product's alone.
  await using model = await startOpenAiStandIn({});
  await using stage = await startAnswerStage('api', ROUNDS + 2, undefined, { OPENAI_BASE_URL: model.url });
  const [slug = '', warm = '', ...small] = stage.slugs;
  await answerUntil(stage, slug, ({ answers }) => answers >= Number(values.many));
  const worker = await stage.startWorker();
  const first = await versionCost(stage, slug, worker);
  say(
    `a worker alone on ${first.answers} answers: ${first.versions} versions of ${first.releases} releases in ` +
      `${first.seconds.toFixed(1)} s, ${first.cpuSeconds.toFixed(2)} s of CPU, ${first.megabytes.toFixed(0)} MB`,
  );
  const nextOf = async (of: string): Promise<number> => {
    const { releases: before } = await stateOf(stage, of);
    await answerUntil(stage, of, ({ releases }) => releases > before);
    return (await versionCost(stage, of, worker)).cpuSeconds;
  };
  await nextOf(warm);
  const costs: { small: number; many: number }[] = [];
  for (const one of small) costs.push({ small: await nextOf(one), many: await nextOf(slug) });
  const [ofSmall, ofMany] = [costs.map((cost) => cost.small), costs.map((cost) => cost.many)];
  const { answers } = await stateOf(stage, slug);
  say(
    `a later version, of up to ${answers} answers: ${percentile(ofMany, 50).toFixed(2)} s of CPU; ` +
      `the first of another survey: ${percentile(ofSmall, 50).toFixed(2)} s`,
  );
  const what = `one survey of ${values.many} answers, worker alone`;
  atMost(`${what}: versions written`, 'versions', 10, 1, first.versions);
  atMost(`${what}: memory`, 'MB', 400, 430, first.megabytes);
  goals.push({
    what: `${what}: CPU of a later version, beside one of three answers`,
    unit: 'times',
    goal: 1.2,
    is: 'most',
    predicted: 1.3,
    measured: spreadOf(costs.map((cost) => cost.many / cost.small)),
  });
}

const SAGAS = 120;
/** The first ones run code that is not compiled yet. */
const WARM_UP = 40;

/** Many surveys of a few answers at once, with a model that takes no time. */
async function sagas(): Promise<void> {
  await using model = await startOpenAiStandIn({});
  await using stage = await startAnswerStage('api', SAGAS, undefined, { OPENAI_BASE_URL: model.url });
  for (const slug of stage.slugs) await answerUntil(stage, slug, ({ releases }) => releases >= 1);
  const worker = await stage.startWorker();
  async function reach(count: number) {
    for (;;) {
      const { rows } = await stage.db.query<{ done: number }>(
        "select count(*)::int as done from persona_version where status = 'READY'",
      );
      const done = rows[0]?.done ?? 0;
      const { cpuSeconds, megabytes } = processCost(worker, { children: true });
      if (done >= count) return { done, cpuSeconds, megabytes, at: performance.now() };
      await delay(50);
    }
  }
  const [from, to] = [await reach(WARM_UP), await reach(SAGAS)];
  const count = to.done - from.done;
  const cpuOfOne = (to.cpuSeconds - from.cpuSeconds) / count;
  say(
    `${SAGAS} surveys of a few answers at once: ${(count / ((to.at - from.at) / 1_000)).toFixed(1)} versions/s, ` +
      `${cpuOfOne.toFixed(2)} s of CPU each, pictures included, ${to.megabytes.toFixed(0)} MB`,
  );
  goals.push({
    what: 'sagas of new surveys in a second of one worker’s CPU, pictures included, without the model',
    unit: '/s',
    goal: 5,
    is: 'least',
    predicted: 4,
    measured: measuredOnce(1 / cpuOfOne),
  });
}

await rush();
await many();
await sagas();
await reportGoals({ name: 'viral', title: 'A survey that goes viral', goals });
