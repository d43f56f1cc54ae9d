import { expect, it } from 'vitest';
import { demoResponses } from '../../../web/src/features/survey/rules/demoFriends.js';

const keys = ['a', 'b', 'c'];

it.each(['EN', 'KO', 'JA'] as const)(
  'three demo friends answer every question of a survey in %s',
  (locale) => {
    const responses = demoResponses({ slug: 'survey', locale }, ['MI01', 'WORDS', 'OT1'], keys);
    expect(responses.map(({ clientKey }) => clientKey)).toEqual(keys);
    for (const { answers, fingerprint } of responses) {
      expect(answers.filter(({ scale }) => scale != null && scale >= 1 && scale <= 5)).toHaveLength(20);
      expect(answers.find(({ questionId }) => questionId === 'WORDS')?.optionIds).toHaveLength(5);
      expect(answers.filter(({ text }) => text != null)).toHaveLength(1);
      expect(fingerprint).toBeUndefined();
    }
  },
);

it('demo friends write no line about a minor, whose survey has no open question', () => {
  const responses = demoResponses({ slug: 'survey', locale: 'EN' }, ['MI01', 'WORDS'], keys);
  expect(responses.flatMap(({ answers }) => answers).filter(({ text }) => text != null)).toEqual([]);
});
