import { norms } from '../../src/measurement/norms.js';
import { scaleItems } from '../../src/measurement/questionnaire/items.js';
import { raterReliability } from '../../src/measurement/scoring/confidence.js';
import { type PerTrait, traits } from '../../src/measurement/traits.js';
import { seededRandom } from './seededRandom.js';

/** α of the norm's four items: what a person's own form scatters by. */
const alpha: PerTrait<number> = { E: 0.8, A: 0.8, C: 0.68, N: 0.67, I: 0.68 };

/**
 * Forms of people about themselves who mean the same person that all friends together mean: no gap but chance, unless one
 * is asked for.
 */
export function selfReports(seed: number) {
  const random = seededRandom(seed);
  const gauss = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

  /** @param gaps in SDs, how much more of a trait the person sees than friends do */
  return (z: readonly number[], gaps: Partial<PerTrait<number>> = {}): string =>
    scaleItems
      .map(({ trait, reversed }) => {
        const { mean, sd } = norms.traits[trait];
        const own = Math.sqrt(raterReliability[trait]) * z[traits.indexOf(trait)]! + (gaps[trait] ?? 0);
        // A mean of four items with this scatter each has the variance SD²(1−α).
        const point = Math.round(mean + sd * (own + 2 * Math.sqrt(1 - alpha[trait]) * gauss()));
        const scored = Math.min(5, Math.max(1, point));
        return reversed ? 6 - scored : scored;
      })
      .join('');
}
