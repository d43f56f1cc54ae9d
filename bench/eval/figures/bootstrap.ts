import { percentile } from '../../figures/percentile.js';
import { randomSource } from '../people/randomSource.js';

const RESAMPLES = 2000;

/**
 * The 95 % interval of a figure over people, by resampling with replacement (percentile bootstrap). It
 * resamples people, not friends, because two friends of one person are not independent observations.
 * @returns NaN bounds if nearly every resample leaves the figure undefined
 */
export function bootstrap<T>(
  people: readonly T[],
  figure: (people: T[]) => number,
  seed: number,
): { low: number; high: number } {
  const random = randomSource(seed);
  const drawn = Array.from({ length: RESAMPLES }, () => figure(people.map(() => random.pick(people))));
  const defined = drawn.filter((value) => Number.isFinite(value));
  return { low: percentile(defined, 2.5), high: percentile(defined, 97.5) };
}
