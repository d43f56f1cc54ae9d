import type { Measurement, TraitMeasurement } from '../measurement.js';
import type { Norms } from '../norms.js';
import { matchArchetype } from '../scoring/matchArchetype.js';
import { measureTrait } from '../scoring/measureTrait.js';
import { rarity } from '../scoring/rarity.js';

const MIN_RATERS = 3;
/** A word that only one friend chose is not shown: it would reveal what one person answered. */
export const MIN_CHOOSERS = 2;

/**
 * The measurement as it may be shown: without what one or two friends said. A trait that fewer than three could tell is as
 * one that nobody could, not even how many they were, and what is made of all traits is made again of those that are left.
 * Doing it twice changes nothing more.
 * @param norms those of the measurement
 */
export function withholdThin(measurement: Measurement, norms: Norms): Measurement {
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
