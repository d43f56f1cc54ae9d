import type { Measurement } from '../../../src/mirror/measurement.js';
import { norms } from '../../../src/mirror/norms.js';
import type { ItemAnswers } from './itemAnswers.js';
import { traitMeans } from './traitMeans.js';

/** Below it a trait is about ordinary, and its side a matter of chance. In standard deviations. */
const TELLING = 0.5;

/** How many of the traits that the friends clearly place at one side the persona places at the same one. */
export function directions(measurement: Measurement, answers: ItemAnswers): { same: number; of: number } {
  const means = traitMeans(answers);
  const telling = measurement.traits.filter(({ shrunkZ }) => Math.abs(shrunkZ) >= TELLING);
  const same = telling.filter(
    ({ trait, shrunkZ }) => (means[trait] - norms.traits[trait].mean) * shrunkZ > 0,
  );
  return { same: same.length, of: telling.length };
}
