import { answersUntilRelease } from './answersUntilRelease.js';

/**
 * Whether another release is due. It may leave enough answers over for one more.
 * @param releases number of releases so far
 * @param unreleased number of answers that are in none of them
 */
export function isReleaseDue(releases: number, unreleased: number): boolean {
  return answersUntilRelease(releases, unreleased) === 0;
}
