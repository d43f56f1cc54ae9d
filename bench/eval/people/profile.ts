import { norms } from '../../../src/mirror/norms.js';
import { traits } from '../../../src/mirror/traits.js';
import type { RandomSource } from './randomSource.js';

/** Cholesky root of the norm's correlations: turns independent numbers into a person. */
const root = norms.correlations.reduce<number[][]>((rows, row, i) => {
  const own: number[] = [];
  for (let j = 0; j <= i; j += 1) {
    const other = j === i ? own : (rows[j] ?? []);
    const rest = (row[j] ?? 0) - own.reduce((sum, value, k) => sum + value * (other[k] ?? 0), 0);
    own.push(j === i ? Math.sqrt(rest) : rest / (other[j] ?? 1));
  }
  return [...rows, own];
}, []);

/** What all friends would agree to see of somebody: z in the order E A C N I, correlated as the norm says. */
export function profile(random: RandomSource): number[] {
  const independent = traits.map(() => random.gauss());
  return root.map((row) => row.reduce((sum, value, at) => sum + value * (independent[at] ?? 0), 0));
}
