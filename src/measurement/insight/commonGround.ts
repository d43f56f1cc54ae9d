import type { Measurement } from '../measurement.js';
import { MIN_CHOOSERS } from '../release/measureReleased.js';
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

/** With fewer raters, "they agree" next to a score would reveal what each of them answered. */
const MIN_RATERS = 3;

/** Ties keep the order of the measurement. */
export function commonGround({ friends, traits, words }: Measurement): CommonGround {
  const comparable = traits
    .filter(({ raters }) => raters >= MIN_RATERS)
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
