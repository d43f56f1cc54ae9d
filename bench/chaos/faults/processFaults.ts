import { setTimeout as wait } from 'node:timers/promises';
import type { SeededRandom } from '../../../stand-ins/openai/author/seededRandom.js';
import type { Member, Role } from '../fleet.js';
import type { Fault } from '../nemesis.js';
import type { ChaosStage } from '../stage.js';

/** Longer than a missing heartbeat needs to be noticed, so that another worker takes over. */
const FREEZE_MS = 12_000;

/** One of the processes with this role, or of all if there is none. */
export function someMember({ members }: ChaosStage, random: SeededRandom, role?: Role): Member {
  const suitable = members.filter((member) => member.role === role);
  const [first, ...others] = suitable.length > 0 ? suitable : members;
  return random.pick([first!, ...others]);
}

const kill =
  (role: Role): Fault =>
  async (stage, random) => {
    const member = someMember(stage, random, role);
    member.process.signal('SIGKILL');
    await member.process.ended();
    return `${member.name} is killed`;
  };

const freeze =
  (role: Role): Fault =>
  async (stage, random) => {
    const member = someMember(stage, random, role);
    member.process.signal('SIGSTOP');
    await wait(FREEZE_MS);
    member.process.signal('SIGCONT');
    return `${member.name} was frozen for ${FREEZE_MS / 1000} s`;
  };

const killAllWorkers: Fault = async ({ members }) => {
  const workers = members.filter(({ role }) => role !== 'api');
  for (const { process } of workers) process.signal('SIGKILL');
  await Promise.all(workers.map(({ process }) => process.ended()));
  return `${workers.length} workers are killed`;
};

/** As a deploy does: each process gets SIGTERM once all others are ready. */
const rollingRestart: Fault = async ({ members }) => {
  const seconds: string[] = [];
  const allReady = () => Promise.all(members.map(({ process }) => process.ready()));
  await allReady();
  for (const { process } of members) {
    const started = performance.now();
    process.signal('SIGTERM');
    await process.ended();
    seconds.push(((performance.now() - started) / 1000).toFixed(1));
    await allReady();
  }
  return `all processes were restarted, they ended after ${seconds.join(', ')} s`;
};

export const processFaults: Record<string, Fault> = {
  'kill -9 an API': kill('api'),
  'kill -9 a worker': kill('worker'),
  'kill -9 all workers': killAllWorkers,
  'freeze an API': freeze('api'),
  'freeze a worker': freeze('worker'),
  'rolling restart': rollingRestart,
};
