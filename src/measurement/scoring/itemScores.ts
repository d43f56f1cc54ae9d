import type { Answer } from '../answers.js';
import type { WordMeasurement } from '../measurement.js';
import { type ScaleItemId, scaleItems, wordIds } from '../questionnaire/items.js';
import type { TraitId } from '../traits.js';

/** One answered scale item. */
export interface ItemScore {
  id: ScaleItemId;
  trait: TraitId;
  /** 1–5 as the friend chose it. */
  raw: number;
  /** 1–5, where high always means more of the trait. */
  score: number;
}

/** The answered scale items in the questionnaire's order. "I can't tell" counts as a missing answer. */
export function itemScores(answers: readonly Answer[]): ItemScore[] {
  const scaleById = new Map(answers.map(({ questionId, scale }) => [questionId, scale]));
  return scaleItems.flatMap(({ id, trait, reversed }) => {
    const raw = scaleById.get(id);
    return raw === undefined ? [] : [{ id, trait, raw, score: reversed ? 6 - raw : raw }];
  });
}

const MIN_ITEMS = 2;

/**
 * One rater's mean of a trait, times twelve; null if fewer than two of the four items are answered. Means of
 * two, three or four whole numbers are whole in twelfths, so that "two points apart" is decided exactly.
 */
export function traitMeanInTwelfths(scores: readonly ItemScore[], trait: TraitId): number | null {
  const own = scores.filter((score) => score.trait === trait);
  if (own.length < MIN_ITEMS) return null;
  return (12 * own.reduce((sum, { score }) => sum + score, 0)) / own.length;
}

/**
 * Lists every word that was chosen, strongest first, ties in the list's order. The share is of all friends,
 * including those who chose none: two of ten friends who choose "funny" are not "everybody".
 * @param counts of each word, in the list's order
 */
export function countWords(counts: readonly number[], friends: number): WordMeasurement[] {
  return wordIds
    .map((word, at) => ({ word, count: counts[at] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => ({ word, count, share: count / friends }))
    .toSorted((a, b) => b.count - a.count);
}
