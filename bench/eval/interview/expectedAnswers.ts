import type { EvidencePack } from '../../../src/measurement/evidence.js';
import { norms } from '../../../src/measurement/norms.js';
import { scaleItems } from '../../../src/measurement/questionnaire/items.js';
import { raterReliability } from '../../../src/measurement/scoring/confidence.js';
import { traitPercentile } from '../../../src/measurement/scoring/percentile.js';

/** Friends' expected answer to one item, on the scale of 1–5, not reversed. */
export interface Expected {
  /** The answer about a typical person: the trait's norm, reversed for a reversed item. */
  typical: number;
  /** How far the expected answer is from `typical` for a person one standard deviation from the middle. */
  reach: number;
}

/**
 * Converts a percentile score back to the answer scale. This is the inverse of traitPercentile: a score of
 * 100·Φ(x) is an expected answer of M ± x·SD·√(r₀(2−λ)), where λ follows from the number of raters.
 */
export function expectedAnswers(pack: EvidencePack): ({ id: string } & Expected)[] {
  return scaleItems.map(({ id, trait, reversed }) => {
    const { mean, sd } = norms.traits[trait];
    const raters = pack.traits.find((measured) => measured.trait === trait)?.raters ?? 0;
    const reliability = raterReliability[trait];
    const { lambda } = traitPercentile(0, sd, raters, reliability);
    const reach = sd * Math.sqrt(reliability * (2 - lambda));
    return { id, typical: round(reversed ? 6 - mean : mean), reach: round(reach) };
  });
}

const round = (points: number): number => Math.round(points * 1000) / 1000;
