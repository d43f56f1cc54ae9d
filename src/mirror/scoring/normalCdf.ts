/** Beyond this, the rest of the tail is smaller than the rounding of a number near 1. */
const END = 8.3;

/**
 * Φ(x), the share of a standard normal distribution below x, to within 1e-15. Uses the series ½ + φ(x)·(x +
 * x³/3 + x⁵/(3·5) + …) (Marsaglia 2004, J. Stat. Software 11(4)). All of its terms have one sign, so nothing
 * cancels.
 */
export function normalCdf(x: number): number {
  if (x > END) return 1;
  if (x < -END) return 0;
  let term = x;
  let sum = x;
  for (let odd = 3, before = 0; sum !== before; odd += 2) {
    before = sum;
    term *= (x * x) / odd;
    sum += term;
  }
  const density = Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
  // At the very ends rounding could overshoot by a bit, and a share is never outside 0 and 1.
  return Math.min(1, Math.max(0, 0.5 + density * sum));
}
