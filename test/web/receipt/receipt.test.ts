import { expect, it } from 'vitest';
import { answersWithQuestions, parseReceipt } from '../../../web/src/features/receipt/rules/receipt.js';
import { questions } from '../questionnaire/questions.js';

it('answers are paired with their questions, with the labels of the options', () => {
  const read = answersWithQuestions(questions, [
    { questionId: 'MI02', scale: 4, cannotTell: false },
    { questionId: 'MI03', cannotTell: true },
    { questionId: 'WORDS', optionIds: ['w5', 'w2'], cannotTell: false },
    { questionId: 'OT2', text: 'a line', cannotTell: false },
  ]);
  expect(read.map(({ id, labels }) => [id, labels])).toEqual([
    ['MI02', ['point 4']],
    ['MI03', []],
    ['WORDS', ['word 2', 'word 5']],
    ['OT2', ['a line']],
  ]);
  expect(read[0]?.scale).toEqual({ lit: 4, of: 5 });
});

it('a receipt is found in its own text and in its link, and in nothing else', () => {
  const receipt = '3yIJ_GHX7lsrk6cqYg1Qm9tZBojmKyFD';
  expect(parseReceipt(` ${receipt}\n`)).toBe(receipt);
  expect(parseReceipt(`https://mirai.example/receipt#${receipt}`)).toBe(receipt);
  for (const other of ['', '#', 'hello', 'two words that are long enough', `${receipt}?`])
    expect(parseReceipt(other)).toBeUndefined();
});
