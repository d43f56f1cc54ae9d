import type { PerTrait } from '../../../src/measurement/traits.js';

/** Parameters that turn a friend's view of a trait into answers to its four items. */
interface AnswerScale {
  /**
   * Centre of the views, in points. Differs from the norm's mean where the end of the scale cuts off answers.
   */
  centre: number;
  /** Standard deviation of friends' views over people, in points. */
  viewSd: number;
  /** Standard deviation of one friend's answers to the items, in points. */
  itemSd: number;
  /**
   * Correlation of two friends' views of one person. Their answers correlate less, because they also scatter.
   */
  shared: number;
}

/**
 * Solved by us (numerical integration) so that answers rounded to 1–5 have the norm's means and standard
 * deviations, the item consistency α of the norm's data (.80 .80 .68 .67 .68), and r = .37 between two
 * friends' trait means, the values that docs/measurement.md assumes.
 */
export const answerScales: PerTrait<AnswerScale> = {
  E: { centre: 2.874, viewSd: 1.113, itemSd: 1.02, shared: 0.468 },
  A: { centre: 4.111, viewSd: 1.028, itemSd: 0.908, shared: 0.477 },
  C: { centre: 3.227, viewSd: 0.881, itemSd: 1.127, shared: 0.547 },
  N: { centre: 2.939, viewSd: 0.863, itemSd: 1.133, shared: 0.554 },
  I: { centre: 4.295, viewSd: 0.904, itemSd: 1.096, shared: 0.557 },
};
