import { MIN_GROUP } from '../anonymity.js';
import type { Measurement } from '../measurement.js';

/** A word that a larger or smaller share of the friends chooses than before. */
export interface ChangedWord {
  word: string;
  direction: 'UP' | 'DOWN';
  /** Shares of all friends before and after, 0–1. */
  from: number;
  to: number;
}

/**
 * Finds words whose share moved by at least three friends' choices, and which at least three friends chose on
 * the side where the share is larger. A smaller change would reveal what one or two of the new friends chose.
 * @param after contains all friends of `before`, and at least three more
 * @returns the largest change first
 */
export function changedWords(before: Measurement, after: Measurement): ChangedWord[] {
  if (before.friends < MIN_GROUP || after.friends - before.friends < MIN_GROUP) return [];
  const words = new Set([...after.words, ...before.words].map(({ word }) => word));
  return [...words]
    .flatMap((word): ChangedWord[] => {
      const countBefore = before.words.find((own) => own.word === word)?.count ?? 0;
      const countAfter = after.words.find((own) => own.word === word)?.count ?? 0;
      // In whole numbers, because everyday counts meet "three friends" exactly: countAfter −
      // countBefore·n₂/n₁, times n₁.
      const shift = countAfter * before.friends - countBefore * after.friends;
      if (Math.abs(shift) < MIN_GROUP * before.friends) return [];
      if ((shift > 0 ? countAfter : countBefore) < MIN_GROUP) return [];
      const direction = shift > 0 ? 'UP' : 'DOWN';
      return [{ word, direction, from: countBefore / before.friends, to: countAfter / after.friends }];
    })
    .toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
}
