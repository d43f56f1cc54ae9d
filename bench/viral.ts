import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startOpenAiStandIn } from '../stand-ins/openai/server/server.js';
import { type Goal, measuredOnce, reportGoals, spreadOf } from './figures/goals.js';
import { processCost } from './figures/processCosts.js';
import { startAnswerLoad } from './load/answerLoad.js';
import { type AnswerStage, startAnswerStage } from './stage/startAnswerStage.js';

/**
 * A survey that goes viral: `npm run bench:viral -- [--rush 1500] [--seconds 40] [--many 6500]`. First a rush to one
 * process with its defaults: releases, versions that were written, the time from the last answer to its newest version,
 * memory. Then a worker alone on a survey of thousands of answers, and what its later versions cost, compared with those
 * of a smaller one. Then a worker alone on many surveys of three answers at once.
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
  /** Of these, in a release. */
  released: number;
  releases: number;
  versions: number;
  /** The newest release's version is READY. */
  done: boolean;
}

async function stateOf({ db }: AnswerStage, slug: string): Promise<State> {
  const { rows } = await db.query<State>(
    `select response_count as answers, response_count - unreleased as released, releases, count(version.id)::int as versions,
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

const ROUNDS = 3;
const FEWER = 3_000;

/**
 * One survey of thousands of answers and one of fewer, by a worker alone: the first version, and then what later ones cost
 * for each new answer, in turns.
 */
async function many(): Promise<void> {
  // In this process, so that the worker's CPU is the product's alone.
  await using model = await startOpenAiStandIn({});
  await using stage = await startAnswerStage('api', ROUNDS + 3, undefined, { OPENAI_BASE_URL: model.url });
  const [slug = '', fewer = '', warm = '', ...small] = stage.slugs;
  await answerUntil(stage, slug, ({ answers }) => answers >= Number(values.many));
  await answerUntil(stage, fewer, ({ answers }) => answers >= FEWER);
  const worker = await stage.startWorker();
  const first = await versionCost(stage, slug, worker);
  say(
    `a worker alone on ${first.answers} answers: ${first.versions} versions of ${first.releases} releases in ` +
      `${first.seconds.toFixed(1)} s, ${first.cpuSeconds.toFixed(2)} s of CPU, ${first.megabytes.toFixed(0)} MB`,
  );
  await versionCost(stage, fewer, worker);
  /** The next version: how many answers were released since the one before, and its CPU seconds. */
  async function nextOf(of: string, answer: () => Promise<void>) {
    const before = await stateOf(stage, of);
    await answer();
    const { released, cpuSeconds } = await versionCost(stage, of, worker);
    return { total: released, fresh: released - before.released, cpuSeconds };
  }
  const growing = async (of: string) => {
    const { releases: before } = await stateOf(stage, of);
    return nextOf(of, () => answerUntil(stage, of, ({ releases }) => releases > before));
  };
  const ofThree = (of: string) =>
    nextOf(of, async () => {
      await using load = await startAnswerLoad(stage.url, [of]);
      for (let answers = 0; answers < 3; { answers } = await stateOf(stage, of))
        await load.run({ kind: 'open', seconds: 1, perSecond: 3 - answers });
    });
  await ofThree(warm);
  // Until here some answers wait for a release, and a version reads their texts as well.
  await growing(fewer);
  await growing(slug);
  const ratios: number[] = [];
  for (const one of small) {
    const [base, ofFewer, ofMany] = [await ofThree(one), await growing(fewer), await growing(slug)];
    const each = (next: typeof base): number =>
      (next.cpuSeconds - base.cpuSeconds) / (next.fresh - base.fresh);
    for (const next of [base, ofFewer, ofMany])
      say(`a version of ${next.total} answers, ${next.fresh} new: ${next.cpuSeconds.toFixed(2)} s of CPU`);
    ratios.push(each(ofMany) / each(ofFewer));
  }
  const what = `one survey of ${values.many} answers, worker alone`;
  atMost(`${what}: versions written`, 'versions', 10, 1, first.versions);
  atMost(`${what}: memory`, 'MB', 400, 430, first.megabytes);
  goals.push({
    what: `${what}: CPU of a later version for each new answer, beside one of ${FEWER}`,
    unit: 'times',
    goal: 1.2,
    is: 'most',
    predicted: 1.1,
    measured: spreadOf(ratios),
  });
}

/** Not divisible by three, so that each survey gets three different friends. */
const SAGAS = 121;
/** The first ones run code that is not compiled yet. */
const WARM_UP = 40;

/** Many surveys of a few answers at once, with a model that takes no time. */
async function sagas(): Promise<void> {
  await using model = await startOpenAiStandIn({});
  await using stage = await startAnswerStage('api', SAGAS, undefined, { OPENAI_BASE_URL: model.url });
  await using load = await startAnswerLoad(stage.url, stage.slugs);
  for (let released = 0; released < SAGAS;) {
    await load.run({ kind: 'open', seconds: 1, perSecond: SAGAS });
    const { rows } = await stage.db.query<{ count: number }>(
      'select count(*)::int as count from survey where releases > 0',
    );
    released = rows[0]?.count ?? 0;
  }
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
