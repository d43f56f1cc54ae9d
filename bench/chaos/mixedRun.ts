import { seededRandom } from '../../stand-ins/openai/author/seededRandom.js';
import { type ChaosPlan, chaosRun } from './chaosRun.js';
import { clockFaults } from './faults/clockFaults.js';
import { databaseFaults } from './faults/databaseFaults.js';
import { processFaults } from './faults/processFaults.js';
import { providerFaults } from './faults/providerFaults.js';
import { queueFaults } from './faults/queueFaults.js';
import { redisFaults } from './faults/redisFaults.js';
import { type Fault, haunt } from './nemesis.js';
import type { ChaosReport } from './report.js';

/** Every kind of fault. */
export const allFaults: Record<string, Fault> = {
  ...processFaults,
  ...databaseFaults,
  ...redisFaults,
  ...providerFaults,
  ...queueFaults,
  ...clockFaults,
};

/** Friends of a survey: from three, the first release, to eight. Three in ten surveys go viral. */
const FRIENDS: [number, number] = [3, 9];
const VIRAL_FRIENDS: [number, number] = [200, 600];
const VIRAL_SHARE = 0.3;

type MixedPlan = Pick<ChaosPlan, 'seed' | 'signal' | 'say' | 'atEnd'> & {
  faults: Record<string, Fault>;
  /** How long faults happen, and how many at most. What follows comes on top. */
  seconds: number;
  most: number;
  /** Answers that begin to be sent, in a second. */
  perSecond: number;
  /** Seconds between a fault's end and the next fault, from and to. */
  pause: [number, number];
};

/** Two APIs and two workers: faults of all kinds, one after the other. */
export function mixedRun({
  faults,
  seconds,
  most,
  perSecond,
  pause,
  ...plan
}: MixedPlan): Promise<ChaosReport> {
  const friends = seededRandom(`${plan.seed} friends`);
  return chaosRun({
    ...plan,
    roles: ['api', 'api', 'worker', 'worker'],
    load: {
      perSecond,
      atOnce: 60,
      most: Infinity,
      friends: () => Math.floor(friends.between(...(friends.next() < VIRAL_SHARE ? VIRAL_FRIENDS : FRIENDS))),
      surveysAtOnce: 16,
    },
    watching: 0.25,
    talking: 6,
    disturb: (stage, _accepted, signal) =>
      haunt(stage, faults, {
        random: seededRandom(`${plan.seed} nemesis`),
        pause,
        most,
        signal: AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]),
        say: plan.say,
      }),
  });
}
