interface Scored {
  id: TraitLetter;
  score: number;
}

export interface TraitDifference {
  id: TraitLetter;
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
export function largestDifferences(circle: readonly Scored[], all: readonly Scored[]): TraitDifference[] {
  return circle
    .flatMap(({ id, score }) => {
      const other = all.find((one) => one.id === id);
      if (other === undefined || Math.abs(score - other.score) < MIN_DIFFERENCE) return [];
      return [
        {
          id,
          direction: score > other.score ? ('UP' as const) : ('DOWN' as const),
          by: Math.abs(score - other.score),
        },
      ];
    })
    .sort((a, b) => b.by - a.by)
    .slice(0, MAX_TRAITS);
}

/** The five traits in the order of the questionnaire, which is also the order of the axes. */
export const traitOrder = ['E', 'A', 'C', 'N', 'I'] as const;

export type TraitLetter = (typeof traitOrder)[number];
