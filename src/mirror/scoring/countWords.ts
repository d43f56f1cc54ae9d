import type { WordMeasurement } from '../measurement.js';
import { wordIds } from '../questionnaire/wordIds.js';

/**
 * Every word somebody chose, strongest first, equals in the list's order.
 * The share is of all friends, also those who chose none: two who call somebody funny among ten are not "everybody".
 * @param choices one list a friend
 */
export function countWords(choices: readonly (readonly string[])[]): WordMeasurement[] {
  return wordIds
    .map((word) => ({ word, count: choices.filter((chosen) => chosen.includes(word)).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => ({ word, count, share: count / choices.length }))
    .toSorted((a, b) => b.count - a.count);
}
