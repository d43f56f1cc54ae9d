import type { WordMeasurement } from '../measurement.js';
import { wordIds } from '../questionnaire/wordIds.js';

/**
 * Counts every word that was chosen, strongest first, ties in the list's order. The share is of all friends,
 * including those who chose none: two of ten friends who choose "funny" are not "everybody".
 * @param choices one list per friend
 */
export function countWords(choices: readonly (readonly string[])[]): WordMeasurement[] {
  return wordIds
    .map((word) => ({ word, count: choices.filter((chosen) => chosen.includes(word)).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => ({ word, count, share: count / choices.length }))
    .toSorted((a, b) => b.count - a.count);
}
