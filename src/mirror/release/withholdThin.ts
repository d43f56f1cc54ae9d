import type { Measurement, TraitMeasurement } from '../measurement.js';
import type { Norms } from '../norms.js';
import { matchArchetype } from '../scoring/matchArchetype.js';
import { measureTrait } from '../scoring/measureTrait.js';
import { rarity } from '../scoring/rarity.js';

const MIN_RATERS = 3;
/** A word that only one friend chose is not shown: it would reveal what one person answered. */
export const MIN_CHOOSERS = 2;

/**
 * Removes what only one or two friends said, so that the measurement may be shown. A trait that fewer than
 * three friends could judge becomes a trait that none could judge, and even their number is hidden.
 * Everything derived from all traits is computed again. Idempotent.
 * @param norms those of the measurement
 */
export function suppressSmallCounts(measurement: Measurement, norms: Norms): Measurement {
  const traits = measurement.traits.map((measured): TraitMeasurement =>
    measured.raters < MIN_RATERS ? measureTrait(measured.trait, [], norms) : measured,
  );
  return {
    ...measurement,
    traits,
    words: measurement.words.filter(({ count }) => count >= MIN_CHOOSERS),
    ...matchArchetype(traits.map(({ shrunkZ }) => shrunkZ)),
    rarity: rarity(traits, norms),
  };
}
