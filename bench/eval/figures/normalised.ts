/** Summed errors over one person's held-out friends, in points, by predictor. */
export interface Errors {
  norm: number;
  shrunk: number;
  /** The predictor under evaluation. */
  judged: number;
}

/**
 * How well the evaluated predictor does compared with the other friends' numbers: 1 equally well, 0 no better
 * than the norm, below 0 worse than the norm. `(MAE_norm − MAE_judged) / (MAE_norm − MAE_shrunk)`, over all
 * people; the number of friends cancels out.
 * @returns NaN if the other friends predict no better than the norm, so that there is nothing to reach
 */
export function normalisedFaithfulness(people: readonly Errors[]): number {
  const total = (field: keyof Errors): number => people.reduce((sum, person) => sum + person[field], 0);
  const reachable = total('norm') - total('shrunk');
  return reachable > 0 ? (total('norm') - total('judged')) / reachable : Number.NaN;
}
