import type { ScaleItemId } from './scaleItems.js';
import type { WordId } from './wordIds.js';

export const textIds = ['OT1', 'OT2', 'OT3'] as const;

export type TextId = (typeof textIds)[number];

/**
 * A questionnaire in one language. Every question about another person contains `{name}` once, where the
 * owner's name goes.
 */
export interface Wording {
  /**
   * `source`: the published items, changed from the first person to the third. `draft`: our translation, not
   * validated.
   */
  translation: 'source' | 'draft';
  items: Record<ScaleItemId, string>;
  /** The same in the first person, for people who answer about themselves. */
  ownItems: Record<ScaleItemId, string>;
  /** Labels of the points 1–5. */
  points: readonly [string, string, string, string, string];
  wordsQuestion: string;
  ownWordsQuestion: string;
  words: Record<WordId, string>;
  texts: Record<TextId, string>;
}
