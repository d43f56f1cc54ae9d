import { type Cost, machineCpuSeconds, parentOf, processCost } from './processCosts.js';
import type { ReplyStage } from '../stage/startReplyStage.js';

type Costs = Record<string, Cost>;

/** What one process used, in all and by minute of one reply, and what it holds now. */
export interface UsedCost {
  name: string;
  cpuSeconds: number;
  perMinute: number;
  megabytes: number;
}

/** What the processes of a stage use. */
export interface StageCosts {
  now(): Costs;
  since(before: Costs, replyMinutes: number): UsedCost[];
}

/** @param stage with its processes apart */
export async function stageCosts(stage: ReplyStage): Promise<StageCosts> {
  const { rows } = await stage.db.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pids: Record<string, number> = {
    ...stage.pids,
    postgres: parentOf(rows[0]?.pid ?? 0),
    'the model': stage.model.pid,
    'the reader': process.pid,
  };
  // The model is the reader's child, and so are the others: only PostgreSQL's children are its own.
  const now = (): Costs => {
    const ours = Object.fromEntries(
      Object.entries(pids).map(([name, pid]) => [name, processCost(pid, { children: name === 'postgres' })]),
    );
    const known = Object.values(ours).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
    // Without it nobody can tell a slow product from a busy machine.
    return { ...ours, 'all others': { cpuSeconds: machineCpuSeconds() - known, megabytes: 0 } };
  };
  return {
    now,
    since: (before, replyMinutes) =>
      Object.entries(now()).map(([name, { cpuSeconds, megabytes }]) => {
        const used = cpuSeconds - (before[name]?.cpuSeconds ?? 0);
        return { name, cpuSeconds: used, perMinute: used / replyMinutes, megabytes };
      }),
  };
}
