import { norms } from '../../../src/mirror/norms.js';
import type { Measurement } from '../../../src/mirror/measurement.js';
import { scaleItems } from '../../../src/mirror/questionnaire/scaleItems.js';
import type { TraitId } from '../../../src/mirror/traits.js';

/** Answers to items by id, 1–5 in the items' own direction; some may be missing. */
export type ItemAnswers = Readonly<Record<string, number>>;

const byTrait = (level: (trait: TraitId) => number): ItemAnswers =>
  Object.fromEntries(
    scaleItems.map(({ id, trait, reversed }) => [id, reversed ? 6 - level(trait) : level(trait)]),
  );

/** What one knows of anybody: each item at its trait's norm, a reversed one turned round. */
export const normAnswers: ItemAnswers = byTrait((trait) => norms.traits[trait].mean);

/** What one can know from the other friends: their mean, drawn to the norm by as much as so few are to be believed. */
export const shrunkAnswers = (measurement: Measurement): ItemAnswers =>
  byTrait((trait) => {
    const { mean, sd } = norms.traits[trait];
    const shrunkZ = measurement.traits.find((measured) => measured.trait === trait)?.shrunkZ ?? 0;
    return mean + sd * shrunkZ;
  });
