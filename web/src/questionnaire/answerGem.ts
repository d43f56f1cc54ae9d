import type { AnswerInput, TraitId } from '../api/generated/schema';
import { type AxisScore, traitOrder } from '../ui/gem/traitGem';

/** By item of the questionnaire: its trait, and whether agreeing speaks against it. */
const items: Record<string, { trait: TraitId; reversed: boolean }> = Object.fromEntries(
  // Four rounds of one item for each trait, in the order of the axes.
  Array.from({ length: 20 }, (_, index) => [
    `MI${String(index + 1).padStart(2, '0')}`,
    {
      trait: traitOrder[index % traitOrder.length] ?? 'E',
      // The second and the fourth round are reversed, and the third one of imagination.
      reversed: Math.floor(index / traitOrder.length) % 2 === 1 || index === 14,
    },
  ]),
);
const [LOWEST, HIGHEST] = [1, 5];

/** What a statement says of its trait, 1 to 5; undefined if it was not rated. */
function pointOf({ questionId, scale }: AnswerInput, trait: TraitId): number | undefined {
  const item = items[questionId];
  if (item?.trait !== trait || typeof scale !== 'number') return undefined;
  return item.reversed ? LOWEST + HIGHEST - scale : scale;
}

/**
 * One person's answers as the scores of a gem, 0–100: means of the points, and not the percentiles of the
 * measurement. A trait without a rated statement has no score.
 */
export const answerGem = (answers: readonly AnswerInput[]): AxisScore[] =>
  traitOrder.map((id) => {
    const points = answers.flatMap((answer) => pointOf(answer, id) ?? []);
    const mean = points.reduce((sum, point) => sum + point, 0) / points.length;
    const score = points.length === 0 ? null : ((mean - LOWEST) / (HIGHEST - LOWEST)) * 100;
    return { id, score: score === null ? null : Math.round(score) };
  });
