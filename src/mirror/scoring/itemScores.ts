import type { Answer } from '../answers.js';
import { scaleItems, type ScaleItemId } from '../questionnaire/scaleItems.js';
import type { TraitId } from '../traits.js';

/** One answered scale item. */
export interface ItemScore {
  id: ScaleItemId;
  trait: TraitId;
  /** 1–5 as the friend chose it. */
  raw: number;
  /** 1–5 with high always meaning more of the trait. */
  score: number;
}

/** The answered scales in the questionnaire's order; "I can't tell" is an answer that is missing. */
export function itemScores(answers: readonly Answer[]): ItemScore[] {
  const given = new Map(answers.map(({ questionId, scale }) => [questionId, scale]));
  return scaleItems.flatMap(({ id, trait, reversed }) => {
    const raw = given.get(id);
    return raw === undefined ? [] : [{ id, trait, raw, score: reversed ? 6 - raw : raw }];
  });
}
