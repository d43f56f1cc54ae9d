import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resolveKoreanParticles } from '../../../web/src/i18n/koreanParticles.js';

/** [after a consonant, after a vowel], as Unicode's own decomposition distinguishes them. */
const pairs = [
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['과', '와'],
  ['아', '야'],
  ['이에요', '예요'],
] as const;

const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code));
/** A decomposed syllable is two or three letters: the third is its final consonant. */
const finalOf = (letter: string): string => letter.normalize('NFD')[2] ?? '';
const RIEUL = '\u11af';

it('puts the particle that fits the final consonant after every Hangul syllable', () => {
  fc.assert(
    fc.property(syllable, fc.constantFrom(...pairs), (letter, [consonant, vowel]) => {
      const expected = finalOf(letter) === '' ? vowel : consonant;
      expect(resolveKoreanParticles(`${letter}(${consonant}/${vowel})`)).toBe(`${letter}${expected}`);
    }),
    { numRuns: 2_000 },
  );
});

it('uses 로 after ㄹ as after a vowel', () => {
  fc.assert(
    fc.property(syllable, (letter) => {
      const expected = ['', RIEUL].includes(finalOf(letter)) ? '로' : '으로';
      expect(resolveKoreanParticles(`${letter}(으로/로)`)).toBe(`${letter}${expected}`);
    }),
    { numRuns: 2_000 },
  );
});

it('does not change a text without a choice of particles', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!text.includes('('));
      expect(resolveKoreanParticles(text)).toBe(text);
    }),
  );
});

it.each([
  ['미나(은/는) 어떤 사람일까요?', '미나는 어떤 사람일까요?'],
  ['준(이/가) 3(을/를) 골랐어요', '준이 3을 골랐어요'],
  ['서울(으로/로), 부산(으로/로), 제주(으로/로)', '서울로, 부산으로, 제주로'],
  ['“미나”(과/와) ‘지훈’(과/와)', '“미나”와 ‘지훈’과'],
  ['Kim(은/는) Leo(을/를), Paul(으로/로)', 'Kim은 Leo를, Paul로'],
  ['Minyoung(과/와) Kang(이/가), “Jung”(으로/로)', 'Minyoung과 Kang이, “Jung”으로'],
  ['답 2(이/가) 왔고 10(이/가) 남았어요', '답 2가 왔고 10이 남았어요'],
  ['지훈(아/야), 민수(아/야)', '지훈아, 민수야'],
  ['미나🙂(을/를)', '미나🙂를'],
  ['佐藤ハル(은/는)', '佐藤ハル는'],
  ['(괄호) 안의 말과 (이/그) 말', '(괄호) 안의 말과 (이/그) 말'],
])('reads %s as %s', (written, read) => {
  expect(resolveKoreanParticles(written)).toBe(read);
});
