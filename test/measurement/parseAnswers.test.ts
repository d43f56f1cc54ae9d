import { describe, expect, it } from 'vitest';
import { canonicalAnswers, type RawAnswer } from '../../src/measurement/answers.js';
import { parseAnswers, type Problem } from '../../src/measurement/parseAnswers.js';
import { QUESTIONNAIRE_VERSION } from '../../src/measurement/questionnaire/questionnaire.js';

const scales = (count: number): RawAnswer[] =>
  Array.from({ length: count }, (_, i) => ({
    questionId: `MI${String(i + 1).padStart(2, '0')}`,
    scale: (i % 5) + 1,
  }));
const parse = (answers: RawAnswer[]) => parseAnswers(QUESTIONNAIRE_VERSION, answers);
const accepted = (answers: RawAnswer[]) => {
  const parsed = parse(answers);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.answers;
};
const refused = (answers: RawAnswer[]): Problem[] => {
  const parsed = parse(answers);
  return 'problems' in parsed ? parsed.problems : [];
};
const words = (...optionIds: string[]): RawAnswer => ({ questionId: 'WORDS', optionIds });
const text = (value: string, questionId = 'OT1'): RawAnswer => ({ questionId, text: value });

describe('a response is taken', () => {
  it('with ten scale answers and nothing else', () => {
    expect(accepted(scales(10))).toEqual(scales(10));
  });

  it('with everything there is, nulls and explicit falses left out of what is stored', () => {
    const full = scales(20).map((answer) => ({ ...answer, optionIds: null, text: null, cannotTell: false }));
    const answers = accepted([...full, words('kind'), text('hums')]);
    expect(answers).toEqual([...scales(20), words('kind'), text('hums')]);
  });

  it('with one word to five of them', () => {
    expect(accepted([...scales(10), words('bold')]).at(-1)).toEqual(words('bold'));
    expect(
      accepted([...scales(10), words('bold', 'kind', 'calm', 'deep', 'warm')]).at(-1)?.optionIds,
    ).toHaveLength(5);
  });

  it('with "I can\'t tell" beside ten values, and stores that it was said', () => {
    const answers = accepted([...scales(10), { questionId: 'MI20', cannotTell: true, scale: null }]);
    expect(answers.at(-1)).toEqual({ questionId: 'MI20', cannotTell: true });
  });

  it('with 140 characters of text, however many units they take', () => {
    for (const character of ['a', '😀', '\uac00', '\u1100\u1161'])
      expect(accepted([...scales(10), text(`  ${character.repeat(140)}\n`)]).at(-1)?.text).toBe(
        character.normalize('NFC').repeat(140),
      );
  });
});

it('the same answers in another order and another spelling are the same data', () => {
  const one = accepted([...scales(20), words('warm', 'bold'), text('café')]);
  const other = accepted([text(' cafe\u0301 '), words('bold', 'warm'), ...scales(20).reverse()]);
  expect(other).toEqual(one);
  expect(canonicalAnswers(other)).toBe(canonicalAnswers(one));
});

const ten = scales(10);
const cases: [string, RawAnswer[], string][] = [
  ['nothing', [], 'answers'],
  ['nine scale answers', scales(9), 'answers'],
  ['ten of which one cannot be told', [...scales(9), { questionId: 'MI10', cannotTell: true }], 'answers'],
  ['fifty-one answers', Array.from({ length: 51 }, () => words('kind')), 'answers'],
  ['an unknown question', [...ten, { questionId: 'MI21', scale: 3 }], 'answers.10.questionId'],
  ['a question in lower case', [...ten, { questionId: 'mi11', scale: 3 }], 'answers.10.questionId'],
  [
    'a question named like a prototype',
    [...ten, { questionId: '__proto__', scale: 3 }],
    'answers.10.questionId',
  ],
  ['a question twice', [...ten, { questionId: 'MI01', scale: 1 }], 'answers.10.questionId'],
  [
    'a question rated and marked "cannot tell"',
    [...ten, { questionId: 'MI01', cannotTell: true }],
    'answers.10.questionId',
  ],
  ['two texts', [...ten, text('a', 'OT1'), text('b', 'OT3')], 'answers.11.questionId'],
  ...[0, 6, -1, 1.5, NaN, Infinity, 2 ** 53].map((scale): [string, RawAnswer[], string] => [
    `a scale of ${scale}`,
    [...ten, { questionId: 'MI11', scale }],
    'answers.10.scale',
  ]),
  [
    'a scale in letters',
    [...ten, { questionId: 'MI11', scale: '3' as unknown as number }],
    'answers.10.scale',
  ],
  ['a scale question without a value', [...ten, { questionId: 'MI11' }], 'answers.10.scale'],
  [
    'a scale question answered with false',
    [...ten, { questionId: 'MI11', cannotTell: false }],
    'answers.10.scale',
  ],
  [
    'a value that cannot be told',
    [...ten, { questionId: 'MI11', scale: 3, cannotTell: true }],
    'answers.10.cannotTell',
  ],
  ['a text on a scale', [...ten, { questionId: 'MI11', scale: 3, text: 'x' }], 'answers.10.text'],
  ['words on a scale', [...ten, { questionId: 'MI11', scale: 3, optionIds: [] }], 'answers.10.optionIds'],
  ['a scale on words', [...ten, { questionId: 'WORDS', scale: 3, optionIds: ['kind'] }], 'answers.10.scale'],
  ['words that cannot be told', [...ten, { questionId: 'WORDS', cannotTell: true }], 'answers.10.cannotTell'],
  ['six words', [...ten, words('bold', 'kind', 'calm', 'deep', 'warm', 'loyal')], 'answers.10.optionIds'],
  ['no words', [...ten, words()], 'answers.10.optionIds'],
  ['words left null', [...ten, { questionId: 'WORDS', optionIds: null }], 'answers.10.optionIds'],
  ['a word twice', [...ten, words('bold', 'bold')], 'answers.10.optionIds'],
  ['an unknown word', [...ten, words('bold', 'evil')], 'answers.10.optionIds'],
  ['a word named like a method', [...ten, words('constructor')], 'answers.10.optionIds'],
  ['a scale on a text', [...ten, { questionId: 'OT1', scale: 3, text: 'x' }], 'answers.10.scale'],
  ['a text left null', [...ten, { questionId: 'OT1', text: null }], 'answers.10.text'],
  ...['', ' \n\t', '\u200b\u200d', '\u3164', '\u2060\ufeff', '\u0007'].map(
    (blank): [string, RawAnswer[], string] => [
      `the blank text ${JSON.stringify(blank)}`,
      [...ten, text(blank)],
      'answers.10.text',
    ],
  ),
  ['141 characters', [...ten, text('a'.repeat(141))], 'answers.10.text'],
  ['141 emoji', [...ten, text('😀'.repeat(141))], 'answers.10.text'],
  ['a megabyte', [...ten, text('\u0301'.repeat(2 ** 20))], 'answers.10.text'],
  ['a NUL', [...ten, text('a\0b')], 'answers.10.text'],
  ['a lone surrogate', [...ten, text('a\ud83d')], 'answers.10.text'],
  ['a reversed pair', [...ten, text('\ude00\ud83d')], 'answers.10.text'],
];

it.each(cases)('a response with %s is refused where the fault is', (_what, answers, path) => {
  expect(refused(answers)[0]?.path).toBe(path);
});

it('a refusal names every fault and repeats nothing that was sent', () => {
  const secret = 'hunter2';
  const problems = refused([
    { questionId: secret, scale: 3 },
    { questionId: 'MI01', scale: 77 },
    words(secret),
    text(`${secret}\0`),
  ]);
  expect(problems.map(({ path }) => path)).toEqual([
    'answers.0.questionId',
    'answers.1.scale',
    'answers.2.optionIds',
    'answers.3.text',
  ]);
  expect(JSON.stringify(problems)).not.toMatch(/hunter2|77/);
});
