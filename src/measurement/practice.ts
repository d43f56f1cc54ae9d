import type { Rating } from './answers.js';
import type { EvidencePack } from './evidence.js';
import { buildEvidencePack } from './evidencePack.js';
import { selfView } from './insight/selfView.js';
import type { Measurement, TraitMeasurement } from './measurement.js';
import { norms } from './norms.js';
import { wordIds } from './questionnaire/items.js';
import { matchArchetype } from './scoring/archetypes.js';
import { selfReliability } from './scoring/confidence.js';
import { countWords } from './scoring/itemScores.js';
import { level, traitPercentile } from './scoring/percentile.js';
import { rarity } from './scoring/rarity.js';
import { type TraitId, traits } from './traits.js';

/** Any change to an output number requires a new version. */
const SELF_VERSION = 'self@1';

/**
 * Measures a person from their own answers alone, for practice mode. It contains no friend's answers, and is
 * always a sketch.
 *
 * The formulas are those for friends, with the form as the one rater and α in place of r₀. Spearman and
 * Brown's length of a test takes the place of the number of raters, and is 1 for all four items. Rarity, too,
 * uses the person's own distance, compared with the spread of self-reports. With all items that is the norm's
 * SD itself, so that as many people are rare as among people measured by friends.
 * @param self the person's own form; its closeness and elapsed time are ignored
 */
export function measureSelf(self: Rating): Measurement {
  const views = traits.map((trait) => ({ trait, view: selfView(self, trait) }));
  const measured = views.map(({ trait, view }) => ownTrait(trait, view));
  const words = self.answers.find(({ questionId }) => questionId === 'WORDS')?.optionIds ?? [];
  const counts = wordIds.map((word) => Number(words.includes(word)));
  return {
    scoringVersion: SELF_VERSION,
    normsVersion: norms.version,
    friends: 0,
    k: 0,
    confidence: 'SKETCH',
    traits: measured,
    words: countWords(counts, 1),
    ...matchArchetype(measured.map(({ shrunkZ }) => shrunkZ)),
    rarity: rarity(
      views.map(({ trait, view }) => ({ trait, mean: view?.mean ?? null, k: view?.part ?? 0 })),
      norms,
      selfReliability,
    ),
  };
}

function ownTrait(trait: TraitId, view: ReturnType<typeof selfView>): TraitMeasurement {
  const { mean, sd } = norms.traits[trait];
  const deviation = view === null ? 0 : view.mean - mean;
  const { percentile, ...estimate } = traitPercentile(deviation, sd, view?.part ?? 0, selfReliability[trait]);
  const score = Math.round(percentile);
  return {
    trait,
    score,
    percentile,
    level: level(score),
    agreement: 'UNKNOWN',
    consensus: null,
    raters: 0,
    k: 0,
    mean: view?.mean ?? null,
    variance: null,
    ...estimate,
  };
}

/**
 * Converts a measurement by the person alone (measureSelf) into the form that the prose is written from. It
 * contains all words the person chose, because there is no friend that they could expose, and no quotes.
 * @throws RangeError for a word that the questionnaire does not have
 */
export function practicePack(measurement: Measurement, subject: EvidencePack['subject']): EvidencePack {
  const traits = measurement.traits.map((own) => ({ ...own, raters: own.mean === null ? 0 : 1 }));
  return buildEvidencePack({ ...measurement, traits }, subject, { basis: 'SELF', quotes: [] });
}
