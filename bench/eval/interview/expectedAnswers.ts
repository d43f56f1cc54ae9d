import type { EvidencePack } from '../../../src/mirror/evidencePack.js';
import { norms } from '../../../src/mirror/norms.js';
import { scaleItems } from '../../../src/mirror/questionnaire/scaleItems.js';
import { raterReliability } from '../../../src/mirror/scoring/raterReliability.js';
import { standing } from '../../../src/mirror/scoring/standing.js';

/** What friends answer to one item, on the scale of 1–5 and in the item's own direction. */
export interface Expected {
  /** About somebody with nothing special to them: the trait's norm, turned round for a reversed item. */
  typical: number;
  /** How far the expected answer lies from `typical` about somebody who stands one standard deviation from the middle. */
  reach: number;
}

/**
 * A score is a place among people; to answer on the scale one must know what the scale's points mean. The inverse of
 * `standing`: a score of 100·Φ(x) is an expected answer of M ± x·SD·√(r₀(2−λ)), where λ follows from how many could tell.
 */
export function expectedAnswers(pack: EvidencePack): ({ id: string } & Expected)[] {
  return scaleItems.map(({ id, trait, reversed }) => {
    const { mean, sd } = norms.traits[trait];
    const raters = pack.traits.find((measured) => measured.trait === trait)?.raters ?? 0;
    const reliability = raterReliability[trait];
    const { lambda } = standing(0, sd, raters, reliability);
    const reach = sd * Math.sqrt(reliability * (2 - lambda));
    return { id, typical: round(reversed ? 6 - mean : mean), reach: round(reach) };
  });
}

const round = (points: number): number => Math.round(points * 1000) / 1000;
