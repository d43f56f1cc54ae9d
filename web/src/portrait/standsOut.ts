import type { TraitLetter } from './traitOrder';

interface Scored {
  id: TraitLetter;
  score: number;
}

export interface Difference {
  id: TraitLetter;
  direction: 'UP' | 'DOWN';
  by: number;
}

/** Less than this is nothing to speak of between three friends and all of them. */
const WORTH_SAYING = 15;
const AT_MOST = 2;

/** In which traits a circle of friends sees the person most differently than all friends together, the largest first. */
export function standsOut(circle: readonly Scored[], all: readonly Scored[]): Difference[] {
  return circle
    .flatMap(({ id, score }) => {
      const other = all.find((one) => one.id === id);
      if (other === undefined || Math.abs(score - other.score) < WORTH_SAYING) return [];
      return [
        {
          id,
          direction: score > other.score ? ('UP' as const) : ('DOWN' as const),
          by: Math.abs(score - other.score),
        },
      ];
    })
    .sort((a, b) => b.by - a.by)
    .slice(0, AT_MOST);
}
