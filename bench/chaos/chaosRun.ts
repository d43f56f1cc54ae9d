import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '../../stand-ins/openai/author/seededRandom.js';
import { judge, workInProgress } from './checker.js';
import type { Role } from './fleet.js';
import { type FriendLoad, friendsAnswer } from './friends.js';
import { Ledger } from './ledger.js';
import { ModelCalls } from './modelCalls.js';
import type { FaultRecord } from './nemesis.js';
import { Owners } from './owners.js';
import { ReadinessProbe } from './recovery.js';
import { type ChaosReport, chaosReport } from './report.js';
import { type ChaosStage, startChaosStage } from './stage.js';
import { Watchers } from './watchers.js';

/**
 * Work counts as stuck if none of it came to an end for so long: longer than the queue's longest pause between two
 * tries. A backlog may take much longer in all.
 */
const QUIET_WITHIN_MS = 360_000;
const PROGRESS_EVERY_MS = 10_000;

/** What is to happen. */
export interface ChaosPlan {
  seed: string;
  roles: readonly Role[];
  /** `most`: with Infinity, the friends stop after the last fault. */
  load: Pick<FriendLoad, 'perSecond' | 'atOnce' | 'most' | 'friends' | 'surveysAtOnce'>;
  /** Share of the owners who watch their persona, 0–1, and how many of them may talk to it at once. */
  watching: number;
  talking: number;
  /**
   * Lets faults happen, and returns when it is enough or `signal` is aborted.
   * @param accepted how many answers are accepted so far
   */
  disturb(stage: ChaosStage, accepted: () => number, signal: AbortSignal): Promise<FaultRecord[]>;
  /** Ends the run early, in good order. */
  signal: AbortSignal;
  say: (line: string) => void;
  /** Called before everything is closed. */
  atEnd?: (stage: ChaosStage) => Promise<void>;
}

/** Runs the product under load and faults, lets it come to rest, and judges what is stored. */
export async function chaosRun(plan: ChaosPlan): Promise<ChaosReport> {
  const { seed, say } = plan;
  await using stage = await startChaosStage(plan.roles, seed);
  say(`${plan.roles.length} processes run: ${plan.roles.join(', ')}`);
  const random = seededRandom(`${seed} people`);
  using closing = new DisposableStack();
  const ending = new AbortController();
  closing.defer(() => ending.abort());
  const access = { urls: stage.urls, random: () => random.next(), signal: ending.signal };
  const ledger = new Ledger(access);
  const owners = new Owners(access);
  const watchers = new Watchers(access, plan.talking);
  using calls = new ModelCalls(stage.model);
  await using probe = new ReadinessProbe(stage.urls);
  const startedAt = Date.now();
  const progress = setInterval(
    () => say(`${ledger.accepted} accepted, ${watchers.arrived} personas seen`),
    PROGRESS_EVERY_MS,
  );
  closing.defer(() => clearInterval(progress));

  const enough = new AbortController();
  const broken = new AbortController();
  const answering = friendsAnswer(
    ledger,
    {
      ...plan.load,
      newSurvey: () => owners.newSurvey(),
      onSurvey: (survey) => void (random.next() < plan.watching && watchers.begin(survey)),
    },
    random,
    AbortSignal.any([enough.signal, plan.signal]),
  );
  answering.catch(() => broken.abort()); // It is thrown below.
  const faults = await plan.disturb(
    stage,
    () => ledger.accepted,
    AbortSignal.any([broken.signal, plan.signal]),
  );
  say('no more faults');
  watchers.talkNoMore();
  if (plan.load.most === Infinity) enough.abort();
  await answering;
  say('every answer is accepted');
  await comeToRest(stage, watchers, say);
  const verdict = await judge(stage, access, ledger, watchers);
  await plan.atEnd?.(stage);
  return chaosReport({ seed, startedAt, stage, ledger, faults, probe, verdict, calls: calls.count() });
}

/** Waits until nothing is in progress, or the rest is stuck. */
async function comeToRest(
  { database }: ChaosStage,
  watchers: Watchers,
  say: (line: string) => void,
): Promise<void> {
  let least = Infinity;
  for (let end = Infinity; Date.now() < end; await wait(250)) {
    const left = (await workInProgress(database)).length + watchers.talking;
    if (left === 0) return;
    if (left >= least) continue;
    least = left;
    end = Date.now() + QUIET_WITHIN_MS;
    if (left % 100 === 0) say(`${left} jobs and versions are in progress`);
  }
}
