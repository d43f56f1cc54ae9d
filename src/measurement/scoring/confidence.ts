import type { Confidence } from '../measurement.js';
import type { PerTrait } from '../traits.js';

/**
 * Confidence band of k effective friends: reliabilities of about .70 from five and .79 from eight
 * (Spearman–Brown). Effective, because those figures assume friends of equal weight: five forms, of which
 * four were clicked through, give no fair picture. Rounded, because the bands are in whole friends: five
 * friends of unequal closeness make 4.9.
 */
export function confidence(k: number): Confidence {
  const friends = Math.round(k);
  if (friends < 5) return 'SKETCH';
  return friends < 8 ? 'FAIR' : 'GOOD';
}

/**
 * Returns how many more friends make the confidence FAIR or GOOD, if each has the weight of one friend; 0 if
 * it is already. Results follow in releases, so the change may show a little later (see answersUntilRelease).
 * @param k effective number of friends so far, from the measurement
 */
export function friendsNeededFor(target: 'FAIR' | 'GOOD', k: number): number {
  const enough = (reached: ReturnType<typeof confidence>): boolean =>
    reached === target || reached === 'GOOD';
  let more = 0;
  while (!enough(confidence(k + more))) more++;
  return more;
}

/**
 * Correlation between two friends' views of one person (r₀): between the .29–.35 that online informants reach
 * (Collabra 7(1):25983) and the known advantage of extraversion, which everyone can see. To be refitted on
 * our own data.
 */
export const raterReliability: PerTrait<number> = { E: 0.4, A: 0.33, C: 0.33, N: 0.33, I: 0.33 };
/**
 * Cronbach's α of the four items of a trait, computed by us from the data behind the norms (self-reports).
 */
export const selfReliability: PerTrait<number> = { E: 0.8, A: 0.8, C: 0.68, N: 0.67, I: 0.68 };
