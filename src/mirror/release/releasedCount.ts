/** Answers at the n-th triangular number. */
const triangular = (n: number): number => (n * (n + 1)) / 2;

/**
 * How many of so many answers are shown: the largest of 3, 6, 10, 15, 21, 28, 36, … that is no larger, 0 below 3.
 * Results change in steps of three answers and more, so that before and after never differ by one person's answers.
 */
export function releasedCount(answers: number): number {
  let n = Math.max(0, Math.floor((Math.sqrt(8 * answers + 1) - 1) / 2));
  // The root of a large number may be off by one.
  while (triangular(n + 1) <= answers) n++;
  while (triangular(n) > answers) n--;
  return n < 2 ? 0 : triangular(n);
}
