import { setTimeout as wait } from 'node:timers/promises';
import type { SeededRandom } from '../../../stand-ins/openai/author/seededRandom.js';
import type { WireMode } from '../../../test/testkit/tcpProxy.js';
import { someMember } from './processFaults.js';
import type { Fault } from '../nemesis.js';
import type { ChaosStage } from '../stage.js';

/** Idle processes open no transaction: what is not cut by then is not cut. */
const CUT_WITHIN_MS = 5_000;

/** Seconds that a slow or half-open wire stays so. */
const lasting = (random: SeededRandom): number => random.between(3, 10);

/** Cuts connections of all processes inside their transactions. @returns how many */
export async function cutInTransactions({ members }: Pick<ChaosStage, 'members'>, count: number) {
  return cutting(members, count, (wire, share) => wire.cutInTransactions(share));
}

async function cutting(
  members: ChaosStage['members'],
  count: number,
  cut: (wire: ChaosStage['members'][number]['database'], share: number) => Promise<void>,
): Promise<number> {
  const before = members.reduce((sum, { database }) => sum + database.cuts(), 0);
  const share = Math.ceil(count / members.length);
  const done = Promise.all(members.map(({ database }) => cut(database, share)));
  await Promise.race([done, wait(CUT_WITHIN_MS)]);
  for (const { database } of members) database.disarm();
  return members.reduce((sum, { database }) => sum + database.cuts(), 0) - before;
}

const cutConnections: Fault = async (stage, random) => {
  const count = await cutInTransactions(stage, Math.ceil(random.between(1, 24)));
  return `${count} connections are cut inside transactions`;
};

const loseCommitReplies: Fault = async ({ members }, random) => {
  const count = await cutting(members, Math.ceil(random.between(1, 12)), (wire, share) =>
    wire.loseCommitReplies(share),
  );
  return `the replies to ${count} COMMITs are lost`;
};

const terminateAll: Fault = async ({ database }) => {
  const [row] = await database.query<{ count: number }>(
    `select count(pg_terminate_backend(pid))::int as count from pg_stat_activity
     where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  return `${row?.count} connections are terminated`;
};

const crash: Fault = async ({ database, members }, random) => {
  const seconds = random.between(0, 2);
  await database.crash();
  await wait(seconds * 1000);
  await database.restart();
  for (const { database: wire } of members) wire.retarget(database.port());
  return `the database crashed, was away for ${seconds.toFixed(1)} s, and recovered`;
};

/** One wire or all of them become so for a while; afterwards they break, or what was held goes on. */
const spoil =
  (choose: (random: SeededRandom) => WireMode): Fault =>
  async (stage, random) => {
    const mode = choose(random);
    const isOne = random.next() < 0.5;
    const hit = isOne ? [someMember(stage, random)] : stage.members;
    const seconds = lasting(random);
    const breaks = random.next() < 0.5;
    for (const { database } of hit) database.set(mode);
    await wait(seconds * 1000);
    for (const { database } of hit) {
      if (breaks) database.reset();
      database.set({ kind: 'pass' });
    }
    const whose = isOne ? hit[0]!.name : 'all processes';
    return `the database of ${whose} was ${mode.kind} for ${seconds.toFixed(1)} s, then ${breaks ? 'cut' : 'normal'}`;
  };

export const databaseFaults: Record<string, Fault> = {
  'connections cut in transactions': cutConnections,
  'COMMIT replies lost': loseCommitReplies,
  'all connections terminated': terminateAll,
  'database crash': crash,
  'database half-open': spoil(() => ({ kind: 'black-hole' })),
  'database late': spoil((random) => ({ kind: 'late', ms: random.between(20, 200) })),
  'database slow': spoil((random) => ({ kind: 'slow', bytesPerSecond: random.between(20_000, 200_000) })),
};
