import type { Measurement } from '../../../src/measurement/measurement.js';
import { norms } from '../../../src/measurement/norms.js';
import type { ItemAnswers } from './itemAnswers.js';
import { traitMeans } from './traitMeans.js';

/** In standard deviations. Below it, a trait is roughly typical and its side is chance. */
const CLEAR_Z = 0.5;

/** Of the traits that the friends clearly place on one side, how many the persona places on the same side. */
export function directions(measurement: Measurement, answers: ItemAnswers): { same: number; of: number } {
  const means = traitMeans(answers);
  const clear = measurement.traits.filter(({ shrunkZ }) => Math.abs(shrunkZ) >= CLEAR_Z);
  const same = clear.filter(({ trait, shrunkZ }) => (means[trait] - norms.traits[trait].mean) * shrunkZ > 0);
  return { same: same.length, of: clear.length };
}
