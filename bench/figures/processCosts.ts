import { readdirSync, readFileSync } from 'node:fs';
import { hasCode } from '../../src/database/hasCode.js';

/** What a process has used and holds. */
export interface Cost {
  cpuSeconds: number;
  /** Shared pages counted once: the proportional set. */
  megabytes: number;
}

/** Linux counts in hundredths of a second wherever Node runs. */
const TICKS_A_SECOND = 100;

interface Stat {
  parent: number;
  /** Own and waited-for children's. */
  ticks: number;
}

function statOf(pid: number | string): Stat | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, childrenUser = 0, childrenSystem = 0] = fields.slice(11, 15);
    return { parent: fields[1] ?? 0, ticks: user + system + childrenUser + childrenSystem };
  } catch (error) {
    // It ended between two looks: its parent has its time.
    if (hasCode(error, 'ENOENT', 'ESRCH')) return null;
    throw error;
  }
}

function megabytesOf(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1_024;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ESRCH')) return 0;
    throw error;
  }
}

/** @returns for this process and, if asked, its direct children, by Linux's /proc */
export function processCost(pid: number, options: { children: boolean }): Cost {
  const own = statOf(pid);
  const children = (options.children ? readdirSync('/proc') : [])
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = statOf(name);
      return stat?.parent === pid ? [{ pid: Number(name), ticks: stat.ticks }] : [];
    });
  const ticks = children.reduce((sum, child) => sum + child.ticks, own?.ticks ?? 0);
  const megabytes = children.reduce((sum, child) => sum + megabytesOf(child.pid), megabytesOf(pid));
  return { cpuSeconds: ticks / TICKS_A_SECOND, megabytes };
}

/** @returns who started this process: PostgreSQL's own, for one of its backends */
export const parentOf = (pid: number): number => statOf(pid)?.parent ?? 0;

/** @returns CPU seconds that the whole machine has used, by whomever */
export function machineCpuSeconds(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = readFileSync('/proc/stat', 'utf8')
    .split('\n', 1)
    .join()
    .replace(/^cpu\s+/, '')
    .split(' ')
    .map(Number);
  return (user + nice + system + irq + softirq) / TICKS_A_SECOND;
}
