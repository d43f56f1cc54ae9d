import { releasedCount } from './releasedCount.js';

/** The number of answers at which results change next: the smallest of 3, 6, 10, 15, … above `answers`. */
export function nextRelease(answers: number): number {
  let next = answers + 1;
  while (releasedCount(next) !== next) next++;
  return next;
}
