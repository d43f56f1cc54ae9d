import { scaleItems } from '../../../src/measurement/questionnaire/items.js';
import { type PerTrait, type TraitId, traits } from '../../../src/measurement/traits.js';
import type { ItemAnswers } from './itemAnswers.js';

/** The mean of each trait's items, 1–5, with reversed items as 6 − x. All items must be answered. */
export function traitMeans(answers: ItemAnswers): PerTrait<number> {
  const meanOf = (trait: TraitId): number => {
    const scores = scaleItems
      .filter((item) => item.trait === trait)
      .map(({ id, reversed }) => {
        const answer = answers[id];
        if (answer === undefined) throw new RangeError(`${id} was not answered.`);
        return reversed ? 6 - answer : answer;
      });
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  return Object.fromEntries(traits.map((trait) => [trait, meanOf(trait)])) as PerTrait<number>;
}
