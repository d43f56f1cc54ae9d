import { answersUntilRelease } from './answersUntilRelease.js';

/**
 * Whether another release is due. It may leave answers over that are enough for one more.
 * @param releases so far
 * @param unreleased answers that are in none of them
 */
export function dueRelease(releases: number, unreleased: number): boolean {
  return answersUntilRelease(releases, unreleased) === 0;
}
