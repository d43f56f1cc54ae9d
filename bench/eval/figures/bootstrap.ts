import { percentile } from '../../figures/percentile.js';
import { randomSource } from '../people/randomSource.js';

const RESAMPLES = 2000;

/**
 * The 95 % interval of a figure over people, by drawing as many people with replacement again and again (percentile bootstrap). People,
 * not friends: two friends of one person are no two independent observations.
 * @returns NaNs where nearly every draw leaves the figure undefined
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
