import type { TraitId } from '../../../api/generated/schema';

interface TraitScore {
  id: TraitId;
  score: number;
}

interface TraitDifference {
  id: TraitId;
  direction: 'UP' | 'DOWN';
  by: number;
}

/** A smaller difference between three friends and all friends is not meaningful. */
const MIN_DIFFERENCE = 15;
const MAX_TRAITS = 2;

/**
 * The traits in which a circle of friends differs most from all friends together, the largest difference
 * first.
 */
export function largestDifferences(
  circle: readonly TraitScore[],
  all: readonly TraitScore[],
): TraitDifference[] {
  return circle
    .flatMap(({ id, score }): TraitDifference[] => {
      const other = all.find((one) => one.id === id);
      if (other === undefined || Math.abs(score - other.score) < MIN_DIFFERENCE) return [];
      return [{ id, direction: score > other.score ? 'UP' : 'DOWN', by: Math.abs(score - other.score) }];
    })
    .sort((a, b) => b.by - a.by)
    .slice(0, MAX_TRAITS);
}

/**
 * Whom a measurement is compared with. Norms computed from surveys of our own have versions such as
 * `informants-en@1+340`; the others come from the web sample.
 */
export const normGroup = (version: string): 'FRIENDS' | 'WEB' =>
  version.startsWith('informants-') ? 'FRIENDS' : 'WEB';
