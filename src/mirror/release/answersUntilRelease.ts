/** Fewer new answers could be told from each other by comparing a release with the one before. */
const LEAST = 3;

/**
 * How many more answers until results change next, 0 when a release is due. A release takes three new answers for the
 * first, then 3, 4, 5, …: totals of 3, 6, 10, 15, 21, …
 * @param releases so far
 * @param unreleased answers that are in none of them
 */
export function answersUntilRelease(releases: number, unreleased: number): number {
  return Math.max(0, Math.max(LEAST, releases + 2) - unreleased);
}
