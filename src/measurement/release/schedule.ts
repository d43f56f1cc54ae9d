import { MIN_GROUP } from '../anonymity.js';
/**
 * Returns how many more answers are needed until results change, 0 if a release is due. The first release
 * takes three new answers, the next ones 3, 4, 5, …: totals of 3, 6, 10, 15, 21, …
 * @param releases number of releases so far
 * @param unreleased number of answers that are in none of them
 */
export function answersUntilRelease(releases: number, unreleased: number): number {
  return Math.max(0, Math.max(MIN_GROUP, releases + 2) - unreleased);
}

/**
 * Whether another release is due. It may leave enough answers over for one more.
 * @param releases number of releases so far
 * @param unreleased number of answers that are in none of them
 */
export function isReleaseDue(releases: number, unreleased: number): boolean {
  return answersUntilRelease(releases, unreleased) === 0;
}
