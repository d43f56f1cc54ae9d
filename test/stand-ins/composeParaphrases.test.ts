import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkParaphrase } from '../../src/ai/checks/checkParaphrase.js';
import { paraphrasesSchema } from '../../src/ai/prompts/paraphrase.js';
import { indexAnswers } from '../../src/measurement/openText/answerIndex.js';
import { composeParaphrases } from '../../stand-ins/openai/author/composeParaphrases.js';
import { generalSentences, themes } from '../../stand-ins/openai/phrases/themes.js';

const languages = { EN: 'English', KO: 'Korean (해요체)', JA: 'Japanese (です・ます)' };
const locales = ['EN', 'KO', 'JA'] as const;
const about = (locale: keyof typeof languages, texts: string[]) => ({
  language: languages[locale],
  subject: { name: '{name}' },
  pieces: texts.map((text, at) => ({ id: at + 1, text })),
});
const marks = { EN: /^[^\uac00-\ud7a3\u3040-\u30ff]+$/, KO: /[\uac00-\ud7a3]/, JA: /[\u3040-\u30ff]/ };
const written = [
  'always late',
  '늘 늦어요',
  'いつも遅刻',
  'helps me move',
  '농담을 잘해요',
  '音楽を流しながら料理する',
  'hums old songs',
  'remembers every birthday',
];

describe.each(locales)('the stand-in blending what friends wrote, in %s', (locale) => {
  it('says what at least three pieces share, in whatever language they are', () => {
    const told = composeParaphrases(
      about(locale, ['always late', '늘 늦어요', 'funny', 'いつも遅刻する', 'kind']),
    );
    expect(told.paraphrases[0]?.pieces).toEqual([1, 2, 4]);
    expect(told.paraphrases[0]?.text).toContain('{name}');
    expect(told.paraphrases[0]?.text).toMatch(marks[locale]);
  });

  it('contains nothing that fewer than three wrote', () => {
    const bland = ['one thing', 'another', 'a third'];
    const { paraphrases: general } = composeParaphrases(about(locale, bland));
    expect(general.map(({ pieces }) => pieces)).toEqual([[1, 2, 3]]);
    const told = composeParaphrases(about(locale, [...bland, 'always late', 'so late']));
    const sayings = [...generalSentences[locale]];
    expect(told.paraphrases).toHaveLength(1);
    expect(sayings).toContain(told.paraphrases[0]?.text);
    expect(composeParaphrases(about(locale, ['always late', 'so late']))).toEqual({ paraphrases: [] });
  });

  it('passes the check whatever the pieces are, and says the same of the same', () => {
    const piece = fc.oneof(fc.constantFrom(...written), fc.string({ unit: 'binary', minLength: 1 }));
    const person = { name: 'Mina', locale };
    fc.assert(
      fc.property(fc.array(piece, { minLength: 3, maxLength: 20 }), (texts) => {
        const told = composeParaphrases(about(locale, texts));
        expect(paraphrasesSchema.parse(told)).toEqual(told);
        expect(told.paraphrases.length).toBeGreaterThan(0);
        for (const { text, pieces } of told.paraphrases) {
          expect(checkParaphrase(text, person, indexAnswers(texts))).toEqual([]);
          expect(new Set(pieces).size).toBeGreaterThanOrEqual(3);
        }
        expect(composeParaphrases(about(locale, texts))).toEqual(told);
      }),
      { numRuns: 200 },
    );
  });

  it('takes over no run of words, even from a friend who writes like it', () => {
    const own = [...themes.map(({ sentences }) => sentences[locale]), generalSentences[locale]].flat();
    const texts = [...own, ...written];
    for (const { text } of composeParaphrases(about(locale, texts)).paraphrases)
      expect(indexAnswers(texts).overlaps(text)).toBe(false);
  });
});
