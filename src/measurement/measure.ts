import type { Rating } from './answers.js';
import type { Measurement } from './measurement.js';
import type { Norms } from './norms.js';
import { matchArchetype } from './scoring/archetypes.js';
import { confidence } from './scoring/confidence.js';
import { countWords } from './scoring/itemScores.js';
import { measureTrait } from './scoring/measureTrait.js';
import { rarity } from './scoring/rarity.js';
import { type RatingSums, sumsOf } from './scoring/ratingSums.js';
import { effectiveRaters } from './scoring/weights.js';
import { traits } from './traits.js';

/** Any change to an output number requires a new version. */
export const SCORING_VERSION = 'scoring@1';

/**
 * Measures a person from the friends' answers. Pure, and the same to the last bit whatever the order of the
 * ratings, because the sums are of whole numbers.
 * @throws RangeError for a closeness outside 1–4
 */
export const measure = (ratings: readonly Rating[], norms: Norms): Measurement =>
  measureSums(sumsOf(ratings), norms);

/** The same from the sums over the friends' answers. */
export function measureSums(sums: RatingSums, norms: Norms): Measurement {
  const k = effectiveRaters(sums.weight, sums.squaredWeight);
  const measured = traits.map((trait) => measureTrait(trait, sums.traits[trait], norms));
  return {
    scoringVersion: SCORING_VERSION,
    normsVersion: norms.version,
    friends: sums.friends,
    k,
    confidence: confidence(k),
    traits: measured,
    words: countWords(sums.words, sums.friends),
    ...matchArchetype(measured.map(({ shrunkZ }) => shrunkZ)),
    rarity: rarity(measured, norms),
  };
}
