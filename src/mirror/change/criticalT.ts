/** Two-sided 5 % shared by five traits (Bonferroni): the normal distribution leaves 0.5 % above. */
const Z = 2.5758;

/**
 * The value that Student's t with so many degrees of freedom exceeds with 0.5 % on either side; to 0.6 % from 5 degrees
 * on, 0.2 % from 8 (Cornish–Fisher expansion, Abramowitz & Stegun 26.7.5).
 */
export function criticalT(degrees: number): number {
  const terms = [
    Z,
    (Z ** 3 + Z) / 4,
    (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96,
    (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384,
  ];
  return terms.reduce((sum, term, power) => sum + term / degrees ** power, 0);
}
