import type { Measurement } from '../measurement.js';
import { MIN_CHOOSERS } from '../release/withholdThin.js';
import type { TraitId } from '../traits.js';

/** What friends see alike and what not; ids only, in the order to tell them. */
export interface CommonGround {
  /** Traits all agree on, the strongest consensus first. */
  agreed: TraitId[];
  /** Traits on which the friends are of two minds, the weakest consensus first. */
  split: TraitId[];
  /** Words that at least half of the friends chose, the most frequent first. */
  words: { word: string; count: number }[];
}

/** Of fewer, "they agree" beside a score would tell what each of them answered. */
const MIN_RATERS = 3;

/** Equals stand in the order of the measurement. */
export function commonGround({ friends, traits, words }: Measurement): CommonGround {
  const told = traits
    .filter(({ raters }) => raters >= MIN_RATERS)
    .map(({ trait, agreement, consensus }) => ({ trait, agreement, consensus: consensus ?? 0 }));
  const of = (agreement: 'AGREE' | 'SPLIT', sign: 1 | -1): TraitId[] =>
    told
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
