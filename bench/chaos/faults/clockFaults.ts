import { setTimeout as wait } from 'node:timers/promises';
import { someMember } from './processFaults.js';
import type { Role } from '../fleet.js';
import type { Fault } from '../nemesis.js';
import { hasProcessClocks } from '../processClock.js';

const HOUR = 3_600;

/** One process has a wrong clock for a while, then the right one again: two steps. */
const step =
  (role: Role, most: number): Fault =>
  async (stage, random) => {
    const { name, clock } = someMember(stage, random, role);
    const offset = Math.round(random.between(0.5, 1) * most) * (random.next() < 0.5 ? -1 : 1);
    const seconds = random.between(4, 10);
    await clock.setOffset(offset);
    await wait(seconds * 1000);
    await clock.setOffset(0);
    return `the clock of ${name} was wrong by ${offset} s for ${seconds.toFixed(1)} s`;
  };

/** None without libfaketime. An API's clock judges sign-ins, of which the product forgives a minute at most. */
export const clockFaults: Record<string, Fault> = hasProcessClocks
  ? { 'clock of a worker wrong': step('worker', 2 * HOUR), 'clock of an API wrong': step('api', 30) }
  : {};
