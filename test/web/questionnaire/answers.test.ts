import { expect, it } from 'vitest';
import { answerInputs } from '../../../web/src/questionnaire/answers.js';
import { stepsOf } from '../../../web/src/questionnaire/steps.js';
import { answered, questions } from './questions.js';

it('skipped questions and the answer to an open question that is not asked are not sent', () => {
  const draft = answered.statements(1, 2);
  draft.given = {
    ...draft.given,
    WORDS: { optionIds: [] },
    OT1: { text: '  ' },
    OT2: { text: 'not asked' },
  };
  expect(answerInputs(stepsOf(questions, 'OT1', true), draft)).toEqual([
    { questionId: 'MI01', scale: 4 },
    { questionId: 'MI02', cannotTell: true },
  ]);
  draft.given['OT1'] = { text: ' a line ' };
  expect(answerInputs(stepsOf(questions, 'OT1', true), draft).at(-1)).toEqual({
    questionId: 'OT1',
    text: 'a line',
  });
});
