/**
 * Kish's effective number, (Σw)²/Σw²: how many equally weighted raters carry as much information. 0 for none.
 */
export function effectiveRaters(weights: readonly number[]): number {
  if (weights.length === 0) return 0;
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sum ** 2 / weights.reduce((total, weight) => total + weight ** 2, 0);
}
