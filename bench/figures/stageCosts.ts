import { type Cost, machineCpuSeconds, parentOf, processCost } from './processCosts.js';
import type { ReplyStage } from '../stage/startReplyStage.js';

type Costs = Record<string, Cost>;

/** CPU time of one process, in total and per minute of one reply, and its current memory. */
export interface UsedCost {
  name: string;
  cpuSeconds: number;
  perMinute: number;
  megabytes: number;
}

/** The costs of a stage's processes. */
export interface StageCosts {
  now(): Costs;
  since(before: Costs, replyMinutes: number): UsedCost[];
}

/**
 * @param stage one with separate processes
 * @param more process ids of further ones, by name
 */
export async function stageCosts(stage: ReplyStage, more: Record<string, number>): Promise<StageCosts> {
  const { rows } = await stage.db.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pids: Record<string, number> = {
    ...stage.pids,
    ...more,
    postgres: parentOf(rows[0]?.pid ?? 0),
    'the model': stage.model.pid,
    'the reader': process.pid,
  };
  // All other processes are children of the reader, so only PostgreSQL's children are counted with their
  // parent.
  const now = (): Costs => {
    const costs = Object.fromEntries(
      Object.entries(pids).map(([name, pid]) => [name, processCost(pid, { children: name === 'postgres' })]),
    );
    const known = Object.values(costs).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
    // Shows whether the product is slow or the machine is busy.
    return { ...costs, 'all others': { cpuSeconds: machineCpuSeconds() - known, megabytes: 0 } };
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
