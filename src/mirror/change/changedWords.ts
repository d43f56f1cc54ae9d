import type { Measurement } from '../measurement.js';

/** A word that a larger or smaller part of the friends chooses than before. */
export interface ChangedWord {
  word: string;
  direction: 'UP' | 'DOWN';
  /** Shares of all friends before and after, 0–1. */
  from: number;
  to: number;
}

const MIN_FRIENDS = 3;

/**
 * Words whose share moved by as much as three friends' choices or more, and that three friends chose on the side where it
 * is larger: a smaller change would tell what one or two of the new friends chose.
 * @param after holds all friends of `before` and at least three more
 * @returns the largest change first
 */
export function changedWords(before: Measurement, after: Measurement): ChangedWord[] {
  if (before.friends < MIN_FRIENDS || after.friends - before.friends < MIN_FRIENDS) return [];
  const words = new Set([...after.words, ...before.words].map(({ word }) => word));
  return [...words]
    .flatMap((word): ChangedWord[] => {
      const was = before.words.find((own) => own.word === word)?.count ?? 0;
      const is = after.words.find((own) => own.word === word)?.count ?? 0;
      // In whole numbers, as "three friends" is met exactly by everyday counts: is − was·n₂/n₁, times n₁.
      const moved = is * before.friends - was * after.friends;
      if (Math.abs(moved) < MIN_FRIENDS * before.friends) return [];
      if ((moved > 0 ? is : was) < MIN_FRIENDS) return [];
      const direction = moved > 0 ? 'UP' : 'DOWN';
      return [{ word, direction, from: was / before.friends, to: is / after.friends }];
    })
    .toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
}
