import { indexAnswers } from './indexAnswers.js';

/**
 * Whether `text` quotes one of the answers: a run of five words, or of twelve characters in Korean or Japanese, without
 * regard to case, width, punctuation and line breaks. For many texts against the same answers see indexAnswers.
 */
export function overlaps(text: string, answers: readonly string[]): boolean {
  return indexAnswers(answers).overlaps(text);
}
