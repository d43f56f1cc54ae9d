import { normalCdf } from './normalCdf.js';

export interface Standing {
  /** Spearman–Brown: the share of the deviation that k raters make believable. */
  lambda: number;
  /** λ·z: the deviation from the norm to believe, in its standard deviations. */
  shrunkZ: number;
  /** 0–100, unrounded. */
  percentile: number;
}

/**
 * Where a mean of k raters stands among people. The percentile is the chance that this person is higher on the trait
 * than a random other, as friends would agree to see it: the estimate keeps the variance r₀SD²(1−λ), the population has
 * r₀SD². A shrunk mean set against the raw spread of people would call nearly everybody typical.
 *
 * @param deviation mean − norm mean, in points; 0 with k = 0
 * @param sd of the norm, in points
 * @param reliability r₀, 0–1
 */
export function standing(deviation: number, sd: number, k: number, reliability: number): Standing {
  const lambda = (k * reliability) / (1 + (k - 1) * reliability);
  const shrunkZ = (lambda * deviation) / sd;
  const percentile = 100 * normalCdf(shrunkZ / Math.sqrt(reliability * (2 - lambda)));
  return { lambda, shrunkZ, percentile };
}
