import { MIN_CHOOSERS, MIN_GROUP } from '../anonymity.js';
import type { Measurement } from '../measurement.js';
import type { TraitId } from '../traits.js';

/** What friends see alike and what they see differently, as ids in the order in which to present them. */
interface CommonGround {
  /** Traits that all friends agree on, the strongest consensus first. */
  agreed: TraitId[];
  /** Traits on which the friends are split, the weakest consensus first. */
  split: TraitId[];
  /** Words that at least half of the friends chose, the most frequent first. */
  words: { word: string; count: number }[];
}

/** Ties keep the order of the measurement. */
export function commonGround({ friends, traits, words }: Measurement): CommonGround {
  const comparable = traits
    .filter(({ raters }) => raters >= MIN_GROUP)
    .map(({ trait, agreement, consensus }) => ({ trait, agreement, consensus: consensus ?? 0 }));
  const of = (agreement: 'AGREE' | 'SPLIT', sign: 1 | -1): TraitId[] =>
    comparable
      .filter((own) => own.agreement === agreement)
      .toSorted((a, b) => sign * (b.consensus - a.consensus))
      .map(({ trait }) => trait);
  return {
    agreed: of('AGREE', 1),
    split: of('SPLIT', -1),
    words: words
      .filter(({ count }) => count >= MIN_CHOOSERS && 2 * count >= friends)
      .map(({ word, count }) => ({ word, count })),
  };
}
