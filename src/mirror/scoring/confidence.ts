import type { Confidence } from '../measurement.js';

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
