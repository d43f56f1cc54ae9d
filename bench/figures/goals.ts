import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { percentile } from './percentile.js';

/** The median, lowest and highest of some rounds. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** A goal that was set before the run, what was predicted, and what came out. */
export interface Goal {
  what: string;
  /** Of all three figures, such as `ms` or `answers`; `times` for a ratio within a round. */
  unit: string;
  goal: number;
  /** Whether the goal is the least or the most that is wanted. */
  is: 'least' | 'most';
  predicted: number;
  measured: Spread;
}

/** The goals of one benchmark. */
export interface GoalReport {
  /** Name of its files in bench/results/, in kebab case. */
  name: string;
  title: string;
  goals: Goal[];
}

/** As it is stored: when and on what it was measured. */
export interface StoredReport extends GoalReport {
  date: string;
  machine: string;
}

/** Where reports are kept. */
export const resultsFolder = resolve(import.meta.dirname, '../results');

/** @param values one of each round */
export const spreadOf = (values: number[]): Spread => ({
  median: percentile(values, 50),
  low: Math.min(...values),
  high: Math.max(...values),
});

/** A figure that was measured once. */
export const measuredOnce = (value: number): Spread => spreadOf([value]);

export const isKept = ({ is, goal, measured }: Goal): boolean =>
  is === 'least' ? measured.median >= goal : measured.median <= goal;

/** @returns three significant digits, and no spread where there was one round */
export function inWords({ median, low, high }: Spread): string {
  const digits = (value: number): string =>
    Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
  if (Number.isNaN(median)) return '–';
  return low === high ? digits(median) : `${digits(median)} (${digits(low)}–${digits(high)})`;
}

/** None at most is none. */
const limit = ({ is, goal }: Goal): string =>
  is === 'most' && goal === 0 ? '0' : `${is === 'least' ? '≥' : '≤'} ${goal.toLocaleString('en')}`;

const row = (goal: Goal): string =>
  `| ${goal.what} | ${goal.unit} | ${limit(goal)} | ${goal.predicted.toLocaleString('en')} | ${inWords(goal.measured)} | ${isKept(goal) ? 'kept' : '**missed**'} |`;

/** Markdown. */
export const goalTable = (goals: Goal[]): string =>
  ['| what | unit | goal | predicted | measured | |', '| --- | --- | --- | --- | --- | --- |']
    .concat(goals.map(row))
    .join('\n');

/** The machine that measured, and how busy it is. */
export function machine(): string {
  const processors = cpus();
  const load = loadavg().map((value) => value.toFixed(1));
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}, Node ${process.version}, load ${load.join(' / ')}`;
}

/** Figures of a shorter, partial or profiled run are not published: only one without arguments, with the defaults. */
const isFullRun = process.argv.length === 2 && process.env['PROFILE'] === undefined;

/** Keeps a file in bench/results/ if this is a full run. */
export async function keepResult(file: string, text: string): Promise<void> {
  if (!isFullRun) return;
  await mkdir(resultsFolder, { recursive: true });
  await writeFile(join(resultsFolder, file), text);
}

/** Prints the goals, and keeps those of a full run in bench/results/ for the summary of all benchmarks. */
export async function reportGoals(report: GoalReport): Promise<void> {
  const stored: StoredReport = { date: new Date().toISOString().slice(0, 10), machine: machine(), ...report };
  await keepResult(`${report.name}.json`, `${JSON.stringify(stored, null, 2)}\n`);
  process.stdout.write(
    `\n${report.title} (${stored.date}, ${stored.machine})\n\n${goalTable(report.goals)}\n${isFullRun ? '' : '\nNot kept in bench/results: only a run without arguments and without a profile is.\n'}`,
  );
}
