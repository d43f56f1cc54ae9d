import { type WordId, wordIds } from '../../../src/measurement/questionnaire/items.js';
import { type TraitId, traits } from '../../../src/measurement/traits.js';
import type { RandomSource } from './randomSource.js';

/** The trait that a word describes, and for which end. Other words describe no trait. */
const wordTraits: Partial<Record<WordId, readonly [TraitId, 1 | -1]>> = {
  funny: ['E', 1],
  outgoing: ['E', 1],
  playful: ['E', 1],
  bold: ['E', 1],
  calm: ['N', -1],
  steady: ['N', -1],
  sensitive: ['N', 1],
  kind: ['A', 1],
  warm: ['A', 1],
  patient: ['A', 1],
  loyal: ['A', 1],
  protective: ['A', 1],
  modest: ['A', 1],
  curious: ['I', 1],
  imaginative: ['I', 1],
  deep: ['I', 1],
  clever: ['I', 1],
  'free-spirited': ['I', 1],
  organised: ['C', 1],
  reliable: ['C', 1],
  'hard-working': ['C', 1],
  precise: ['C', 1],
};

const PICKED = 5;

/**
 * Picks five words that fit the view, in the list's order. Random noise makes friends differ.
 * @param view z in the order E A C N I
 */
export function pickWords(view: readonly number[], random: RandomSource): WordId[] {
  const picked = wordIds
    .map((word) => {
      const [trait, sign] = wordTraits[word] ?? ['E', 0];
      return { word, appeal: sign * (view[traits.indexOf(trait)] ?? 0) + random.gauss() };
    })
    .toSorted((one, other) => other.appeal - one.appeal)
    .slice(0, PICKED)
    .map(({ word }) => word);
  return wordIds.filter((word) => picked.includes(word));
}
