import { setTimeout as wait } from 'node:timers/promises';
import { type ChaosPlan, chaosRun } from './chaosRun.js';
import { cutInTransactions } from './faults/databaseFaults.js';
import type { FaultRecord } from './nemesis.js';
import type { ChaosReport } from './report.js';

type CutsPlan = Pick<ChaosPlan, 'seed' | 'signal' | 'say' | 'atEnd'> & {
  /** One process with ROLE=all, or two APIs and two workers. */
  processes: 1 | 4;
  /** Connections that are cut inside transactions, in bursts of `burst`. */
  cuts: number;
  burst: number;
  /** Answers, of `friends` for each survey. The bursts are spread over them evenly. */
  answers: number;
  friends: number;
  perSecond: number;
};

/** Connections to the database are cut inside transactions, while answers come in and personas are made. */
export function cutsRun({
  processes,
  cuts,
  burst,
  answers,
  friends,
  perSecond,
  ...plan
}: CutsPlan): Promise<ChaosReport> {
  return chaosRun({
    ...plan,
    roles: processes === 1 ? ['all'] : ['api', 'api', 'worker', 'worker'],
    load: { perSecond, atOnce: 24, most: answers, friends: () => friends, surveysAtOnce: 10 },
    watching: 0,
    talking: 0,
    async disturb(stage, accepted, signal) {
      const records: FaultRecord[] = [];
      for (let done = 0; done < cuts && !signal.aborted;) {
        // The last burst comes before the last answers.
        while (accepted() < (answers * done) / (cuts + burst) && !signal.aborted) await wait(20);
        const cut = await cutInTransactions(stage, Math.min(burst, cuts - done));
        if (cut === 0) continue;
        done += cut;
        records.push({ kind: 'connections cut in transactions', end: Date.now() });
        plan.say(`${done} connections are cut`);
      }
      return records;
    },
  });
}
