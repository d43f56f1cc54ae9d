import type { Rating } from '../rating.js';
import { closenessWeight } from './closenessWeight.js';
import { itemScores, type ItemScore } from './itemScores.js';
import { qualityWeight } from './qualityWeight.js';

const MIN_ITEMS = 10;

/** A friend's form, scored. */
export interface Rater {
  weight: number;
  scores: ItemScore[];
  words: readonly string[];
}

/** @returns null for a form with fewer than ten scale answers, which is too little to count */
export function rater({ answers, closeness, elapsedMs }: Rating): Rater | null {
  const scores = itemScores(answers);
  if (scores.length < MIN_ITEMS) return null;
  return {
    weight: qualityWeight(scores, elapsedMs) * closenessWeight(closeness),
    scores,
    words: answers.find(({ questionId }) => questionId === 'WORDS')?.optionIds ?? [],
  };
}
