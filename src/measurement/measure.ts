import type { Rating } from './answers.js';
import type { Measurement } from './measurement.js';
import type { Norms } from './norms.js';
import { matchArchetype } from './scoring/archetypes.js';
import { confidence } from './scoring/confidence.js';
import { countWords } from './scoring/itemScores.js';
import { measureTrait } from './scoring/measureTrait.js';
import { rarity } from './scoring/rarity.js';
import { effectiveRaters, rater, type Rater } from './scoring/weights.js';
import { traits } from './traits.js';

/** Any change to an output number requires a new version. */
export const SCORING_VERSION = 'scoring@1';

/**
 * Measures a person from the friends' answers. Pure, and the same to the last bit whatever the order of the
 * ratings: sums of fractions depend on their order, so the raters are sorted first.
 * @throws RangeError for a closeness outside 1–4
 */
export function measure(ratings: readonly Rating[], norms: Norms): Measurement {
  const raters = ratings
    .flatMap((rating) => rater(rating) ?? [])
    .map((own) => ({ own, key: orderKey(own) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ own }) => own);
  const k = effectiveRaters(raters.map(({ weight }) => weight));
  const measured = traits.map((trait) => measureTrait(trait, raters, norms));
  return {
    scoringVersion: SCORING_VERSION,
    normsVersion: norms.version,
    friends: raters.length,
    k,
    confidence: confidence(k),
    traits: measured,
    words: countWords(raters.map(({ words }) => words)),
    ...matchArchetype(measured.map(({ shrunkZ }) => shrunkZ)),
    rarity: rarity(measured, norms),
  };
}

/**
 * Contains everything that enters the scores and nothing else, so raters with equal keys are interchangeable.
 * If it distinguished an "I can't tell" from a missing answer, the two would be sorted differently, and the
 * last bit of a measurement could differ.
 */
const orderKey = ({ weight, scores, words }: Rater): string =>
  JSON.stringify([weight, scores.map(({ id, raw }) => [id, raw]), words.toSorted()]);
