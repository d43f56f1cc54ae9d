import { traits } from '../../../src/measurement/traits.js';
import type { ItemAnswers } from './itemAnswers.js';
import { traitMeans } from './traitMeans.js';

/**
 * The absolute change of each trait between two interviews of one persona, in points, in the order E A C N I.
 */
export function traitShifts(one: ItemAnswers, other: ItemAnswers): number[] {
  const [before, after] = [traitMeans(one), traitMeans(other)];
  return traits.map((trait) => Math.abs(after[trait] - before[trait]));
}
