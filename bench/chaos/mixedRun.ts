import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '../../stand-ins/openai/author/seededRandom.js';
import { judge, workInProgress } from './checker.js';
import { databaseFaults } from './faultsOfDatabase.js';
import { processFaults } from './faultsOfProcesses.js';
import { providerFaults } from './faultsOfProvider.js';
import { queueFaults } from './faultsOfQueue.js';
import { redisFaults } from './faultsOfRedis.js';
import { friendsAnswer } from './friends.js';
import { Ledger } from './ledger.js';
import { ModelCalls } from './modelCalls.js';
import { type Fault, haunt } from './nemesis.js';
import { Owners } from './owners.js';
import { ReadinessProbe } from './recovery.js';
import { type ChaosReport, chaosReport } from './report.js';
import { type ChaosStage, startChaosStage } from './stage.js';
import { Watchers } from './watchers.js';

/** Every kind of fault of the mixed run. */
export const allFaults: Record<string, Fault> = {
  ...processFaults,
  ...databaseFaults,
  ...redisFaults,
  ...providerFaults,
  ...queueFaults,
};

/** How long everything may take to come to an end after the last fault. */
const QUIET_WITHIN_MS = 120_000;
/** Friends of a survey: from three, the first release, to eight. */
const FRIENDS: [number, number] = [3, 9];

export interface MixedPlan {
  seed: string;
  /** How long faults happen. What follows comes on top. */
  seconds: number;
  /** Answers that begin to be sent, in a second. */
  perSecond: number;
  /** Seconds between a fault's end and the next fault, from and to. */
  pause: [number, number];
  faults: Record<string, Fault>;
  say: (line: string) => void;
}

/** Two APIs and two workers under load and faults; then what came of it. */
export async function mixedRun(plan: MixedPlan): Promise<ChaosReport> {
  const { seed, say } = plan;
  await using stage = await startChaosStage(['api', 'api', 'worker', 'worker'], seed);
  say('two APIs and two workers run');
  const random = seededRandom(`${seed} people`);
  const ending = new AbortController();
  const access = { urls: stage.urls, random: () => random.next(), signal: ending.signal };
  const ledger = new Ledger(access);
  const owners = new Owners(access);
  const watchers = new Watchers(access, 6);
  using calls = new ModelCalls(stage.model);
  await using probe = new ReadinessProbe(stage.urls);
  const startedAt = Date.now();
  const over = AbortSignal.timeout(plan.seconds * 1000);
  using closing = new DisposableStack();
  closing.defer(() => ending.abort());
  closing.use(tellProgress(say, () => `${ledger.accepted} accepted, ${watchers.arrived} personas seen`));

  const answering = friendsAnswer(
    ledger,
    {
      perSecond: plan.perSecond,
      atOnce: 60,
      most: Infinity,
      friends: () => Math.floor(random.between(...FRIENDS)),
      surveysAtOnce: 16,
      newSurvey: () => owners.newSurvey(),
      onSurvey: (survey) => void (random.next() < 0.25 && watchers.begin(survey)),
    },
    random,
    over,
  );
  const faults = await haunt(stage, plan.faults, {
    random: seededRandom(`${seed} nemesis`),
    pause: plan.pause,
    signal: over,
    say,
  });
  say('no more faults');
  watchers.talkNoMore();
  await answering;
  say('every answer is accepted');
  await quiet(stage, watchers);
  watchers.throwIfFailed();
  const verdict = await judge(stage, ledger, watchers.replies);
  return chaosReport({ seed, startedAt, stage, ledger, faults, probe, verdict, calls: calls.count() });
}

/** Waits until nothing is in progress, or for so long that it counts as stuck. */
async function quiet({ database }: ChaosStage, watchers: Watchers): Promise<void> {
  for (const end = Date.now() + QUIET_WITHIN_MS; Date.now() < end; await wait(250))
    if (watchers.talking === 0 && (await workInProgress(database)).length === 0) return;
}

/** Says something every ten seconds. */
function tellProgress(say: (line: string) => void, progress: () => string): Disposable {
  const timer = setInterval(() => say(progress()), 10_000);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
