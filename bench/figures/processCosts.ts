import { readdirSync, readFileSync } from 'node:fs';
import { hasCode } from '../../src/sqlErrors.js';

/** The CPU time that a process has used and its current memory. */
export interface Cost {
  cpuSeconds: number;
  /** Proportional set size: shared pages are divided among their processes. */
  megabytes: number;
}

/** Linux counts CPU time in hundredths of a second on every platform that Node supports. */
const TICKS_A_SECOND = 100;

interface Stat {
  parent: number;
  /** Its own ticks and those of children that have ended. */
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
    // The process has ended in the meantime. Its time is added to its parent's.
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

/** @returns the cost of this process and, optionally, of its direct children, from Linux's /proc */
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

/** @returns the parent's process id; for a PostgreSQL backend, that is the postmaster */
export const parentOf = (pid: number): number => statOf(pid)?.parent ?? 0;

/** @returns CPU seconds used by all processes of the machine */
export function machineCpuSeconds(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = readFileSync('/proc/stat', 'utf8')
    .split('\n', 1)
    .join()
    .replace(/^cpu\s+/, '')
    .split(' ')
    .map(Number);
  return (user + nice + system + irq + softirq) / TICKS_A_SECOND;
}
