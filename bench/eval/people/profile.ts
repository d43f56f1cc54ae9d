import { norms } from '../../../src/measurement/norms.js';
import { traits } from '../../../src/measurement/traits.js';
import type { RandomSource } from './randomSource.js';

/** Cholesky factor of the norm's correlations, which turns independent numbers into a correlated profile. */
const root = norms.correlations.reduce<number[][]>((rows, row, i) => {
  const own: number[] = [];
  for (let j = 0; j <= i; j += 1) {
    const other = j === i ? own : (rows[j] ?? []);
    const rest = (row[j] ?? 0) - own.reduce((sum, value, k) => sum + value * (other[k] ?? 0), 0);
    own.push(j === i ? Math.sqrt(rest) : rest / (other[j] ?? 1));
  }
  return [...rows, own];
}, []);

/** A person as all friends together would see them: z in the order E A C N I, correlated as in the norm. */
export function profile(random: RandomSource): number[] {
  const independent = traits.map(() => random.gauss());
  return root.map((row) => row.reduce((sum, value, at) => sum + value * (independent[at] ?? 0), 0));
}
