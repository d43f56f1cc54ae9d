/**
 * Accuracy grows with how well a friend knows the person (Connelly & Ones 2010). The values are ours, to be
 * refitted.
 */
const weights = [0.7, 0.85, 1, 1.1] as const;

/** @param closeness 1–4; null (not given) counts as 2 */
export function closenessWeight(closeness: number | null): number {
  const weight = weights[(closeness ?? 2) - 1];
  if (weight === undefined) throw new RangeError(`Closeness must be 1 to 4, not ${closeness}`);
  return weight;
}
