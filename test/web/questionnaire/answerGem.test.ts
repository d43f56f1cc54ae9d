import { expect, it } from 'vitest';
import { scaleItems } from '../../../src/measurement/questionnaire/items.js';
import { answerGem } from '../../../web/src/questionnaire/answerGem.js';

it('each statement moves the trait that it measures, in the direction in which it is scored', () => {
  for (const { id: questionId, trait, reversed } of scaleItems) {
    const moved = answerGem([{ questionId, scale: 5 }]);
    const expected = ['E', 'A', 'C', 'N', 'I'].map((id) => ({
      id,
      score: id === trait ? (reversed ? 0 : 100) : null,
    }));
    expect(moved, questionId).toEqual(expected);
  }
});

it('a trait is the mean of its rated statements, without those that the friend could not judge', () => {
  const [warmth] = answerGem([
    { questionId: 'MI02', scale: 5 },
    { questionId: 'MI07', scale: 4 },
    { questionId: 'MI12', cannotTell: true },
    { questionId: 'WORDS', optionIds: ['kind'] },
    { questionId: 'OT1', text: 'is kind' },
  ]).filter(({ id }) => id === 'A');
  expect(warmth?.score).toBe(63);
});
