import type { Measurement } from '../../../src/measurement/measurement.js';
import { norms } from '../../../src/measurement/norms.js';
import { scaleItems } from '../../../src/measurement/questionnaire/items.js';
import type { TraitId } from '../../../src/measurement/traits.js';

/** Answers to items by id, 1–5, not reversed; some may be missing. */
export type ItemAnswers = Readonly<Record<string, number>>;

const byTrait = (level: (trait: TraitId) => number): ItemAnswers =>
  Object.fromEntries(
    scaleItems.map(({ id, trait, reversed }) => [id, reversed ? 6 - level(trait) : level(trait)]),
  );

/** The prediction from the norm alone: each item at its trait's mean, reversed where the item is. */
export const normAnswers: ItemAnswers = byTrait((trait) => norms.traits[trait].mean);

/** The prediction from the other friends: their mean, shrunk towards the norm. */
export const shrunkAnswers = (measurement: Measurement): ItemAnswers =>
  byTrait((trait) => {
    const { mean, sd } = norms.traits[trait];
    const shrunkZ = measurement.traits.find((measured) => measured.trait === trait)?.shrunkZ ?? 0;
    return mean + sd * shrunkZ;
  });
