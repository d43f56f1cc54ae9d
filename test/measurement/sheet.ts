import type { Rating } from '../../src/measurement/answers.js';

/**
 * A careful friend's form.
 * @param scales twenty characters, MI01 … MI20: `1`–`5`, `?` for "I can't tell", `-` for no answer
 */
export function sheet(scales: string, rest: Partial<Rating> & { words?: string[] } = {}): Rating {
  const { words, ...fields } = rest;
  const answers: Rating['answers'] = [...scales].flatMap((mark, index) => {
    const questionId = `MI${String(index + 1).padStart(2, '0')}`;
    if (mark === '-') return [];
    return [mark === '?' ? { questionId, cannotTell: true as const } : { questionId, scale: Number(mark) }];
  });
  return {
    relation: 'FRIEND',
    closeness: 3,
    elapsedMs: 90_000,
    answers: words === undefined ? answers : [...answers, { questionId: 'WORDS', optionIds: words }],
    ...fields,
  };
}
