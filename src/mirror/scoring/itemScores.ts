import type { Answer } from '../answers.js';
import { scaleItems, type ScaleItemId } from '../questionnaire/scaleItems.js';
import type { TraitId } from '../traits.js';

/** One answered scale item. */
export interface ItemScore {
  id: ScaleItemId;
  trait: TraitId;
  /** 1–5 as the friend chose it. */
  raw: number;
  /** 1–5, where high always means more of the trait. */
  score: number;
}

/** The answered scale items in the questionnaire's order. "I can't tell" counts as a missing answer. */
export function itemScores(answers: readonly Answer[]): ItemScore[] {
  const scaleById = new Map(answers.map(({ questionId, scale }) => [questionId, scale]));
  return scaleItems.flatMap(({ id, trait, reversed }) => {
    const raw = scaleById.get(id);
    return raw === undefined ? [] : [{ id, trait, raw, score: reversed ? 6 - raw : raw }];
  });
}
