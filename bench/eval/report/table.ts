import type { Goal } from '../figures/goals.js';
import { verdict } from './verdict.js';

/** A text table with the columns goal, wanted, found and verdict. */
export function table(goals: readonly Goal[]): string {
  const rows = [
    ['goal', 'wanted', 'found', 'verdict'],
    ...goals.map((goal) => [goal.name, goal.wanted, goal.found, verdict(goal)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   '))
    .map((line) => line.trimEnd())
    .join('\n');
}
