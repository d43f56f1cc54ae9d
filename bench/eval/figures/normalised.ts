/** Summed errors of one person's held-out friends, in points, by who predicted them. */
export interface Errors {
  norm: number;
  shrunk: number;
  /** The predictor that is judged. */
  judged: number;
}

/**
 * How much of what the other friends tell of a held-out one the judged predictor tells: 1 as much, 0 nothing, below 0 worse than to know
 * nothing. `(MAE_norm − MAE_judged) / (MAE_norm − MAE_shrunk)`, over all people; the number of friends cancels out.
 * @returns NaN where the other friends tell nothing, so that there is nothing to reach
 */
export function normalised(people: readonly Errors[]): number {
  const total = (field: keyof Errors): number => people.reduce((sum, person) => sum + person[field], 0);
  const reachable = total('norm') - total('shrunk');
  return reachable > 0 ? (total('norm') - total('judged')) / reachable : Number.NaN;
}
