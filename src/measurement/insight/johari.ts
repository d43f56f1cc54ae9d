import { MIN_CHOOSERS } from '../anonymity.js';
import type { Measurement } from '../measurement.js';
import { type WordId, wordIds } from '../questionnaire/items.js';

/**
 * The window of Luft & Ingham 1955 over the questionnaire's words, with a fifth pane for words that friends
 * chose without being many. Each word is in one pane, in the questionnaire's order.
 */
export interface Johari {
  /** Chosen by the person and by at least a third of the friends. */
  arena: WordId[];
  /** Not chosen by the person, but by at least a third of the friends and at least two of them. */
  blindSpot: WordId[];
  /** Chosen by the person and by no friend. */
  facade: WordId[];
  /** Chosen by at least two friends, but by less than a third of them, whether or not the person chose it. */
  someFriends: WordId[];
  /** All other words: to say of a word that friends chose that it is undiscovered would be wrong. */
  unknown: WordId[];
}

/**
 * Sorts the words into panes. Without any friend all words are unknown: nothing can be hidden from friends
 * who were not asked.
 * @param selfWords ids the person chose
 * @param measured `friends` includes those who chose no word, since a third is of all. In a measurement
 *   without its thin parts (suppressSmallCounts), a word that only one friend chose counts as chosen by none.
 */
export function johari(
  selfWords: readonly string[],
  { friends, words }: Pick<Measurement, 'friends' | 'words'>,
): Johari {
  const counts = new Map(words.map(({ word, count }) => [word, count]));
  const panes: Johari = { arena: [], blindSpot: [], facade: [], someFriends: [], unknown: [] };
  for (const word of wordIds) panes[pane(word)].push(word);
  return panes;

  function pane(word: WordId): keyof Johari {
    const count = counts.get(word) ?? 0;
    const own = selfWords.includes(word);
    // In whole numbers, so that a third of six friends is exactly two.
    const manyThink = count > 0 && 3 * count >= friends;
    if (own && manyThink) return 'arena';
    if (own && count === 0 && friends > 0) return 'facade';
    if (count < MIN_CHOOSERS) return 'unknown';
    return manyThink ? 'blindSpot' : 'someFriends';
  }
}
