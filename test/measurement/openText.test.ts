import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitOpenText } from '../../src/measurement/openText/splitOpenText.js';
import { foldText, indexQuotes, withoutRepetitions } from '../../src/measurement/openText/quoteIndex.js';

const repeats = (quotes: string[], text: string): boolean =>
  indexQuotes(quotes.map((quote, at) => ({ id: `EV-Q${at}`, text: quote }))).repeatedIn(text);

describe('a repeated quote is found', () => {
  const answers = [
    'She always brings too much food, and then worries it is not enough!',
    '약속에 늦으면 꼭 커피를 사면서 미안하다고 해요.',
    'うまくいかないときほど、冗談を言ってみんなを笑わせる。',
  ];
  it.each([
    ['five words in a row', 'One who ALWAYS brings too much food.', true],
    ['five words with what stands before them', 'Well, She always brings, too, much.', true],
    ['across punctuation, case and line breaks', 'too much\nFOOD — and then', true],
    ['in full width', 'ｔｏｏ ｍｕｃｈ ｆｏｏｄ ａｎｄ ｔｈｅｎ', true],
    ['four words only', 'too much food and', false],
    ['the words in another order', 'food much too then and it worries', false],
    ['Korean, without its blanks', '늦으면꼭커피를사면서미안', true],
    ['Korean, eleven characters', '늦으면 꼭 커피를 사면서 미', false],
    ['Japanese', '彼は冗談を言ってみんなを笑わせる人だ', true],
    ['Japanese, with another comma', 'うまくいかないときほど冗談', true],
    ['Japanese, eleven characters', '冗談を言ってみんなを笑', false],
    ['nothing', '', false],
  ])('%s: %s', (_what, text, found) => {
    expect(repeats(answers, text)).toBe(found);
  });

  it('however apostrophes and hyphens are typed, or hidden marks put between', () => {
    const own = ['don’t call her hard-working, ever'];
    expect(repeats(own, 'Dont call her hard working')).toBe(true);
    expect(repeats(own, "don't ca\u200Bll her hard‐working")).toBe(true);
    expect(foldText('Straße, ΟΔΟΣ!')).toBe(foldText('STRASSE οδος'));
  });

  it('a shorter one may be repeated', () => {
    expect(repeats(['By the stars!'], 'By the stars!')).toBe(false);
  });
});

/** The rule as it is written, over every pair of places. */
function slowly(text: string, answers: string[]): boolean {
  const runs = <T>(parts: T[], length: number): T[][] =>
    parts.flatMap((_, start) => (start + length <= parts.length ? [parts.slice(start, start + length)] : []));
  const same = <T>(one: T[], other: T[]): boolean => one.every((part, index) => part === other[index]);
  const words = (of: string): string[] => foldText(of).split(' ').filter(Boolean);
  const letters = (of: string): string[] => [...words(of).join('')];
  const eastern = (run: string[]): boolean =>
    run.filter((letter) => /[가-힣ぁ-んァ-ヶー一-龠]/u.test(letter)).length > 6;
  return answers.some(
    (answer) =>
      runs(words(text), 5).some((run) => runs(words(answer), 5).some((other) => same(run, other))) ||
      runs(letters(text), 12)
        .filter(eastern)
        .some((run) => runs(letters(answer), 12).some((other) => same(run, other))),
  );
}

const english = fc
  .array(fc.constantFrom('she', 'He', 'laughs', 'always', 'too', 'loud,', '—', 'Don’t'), {
    minLength: 2,
    maxLength: 14,
    size: 'max',
  })
  .map((words) => words.join(' '));
const from = (letters: string) =>
  fc
    .array(fc.constantFrom(...letters), { minLength: 4, maxLength: 30, size: 'max' })
    .map((all) => all.join(''));

it.each([
  ['English', english],
  ['Korean', from('가나 가나다, ')],
  ['Japanese', from('あ笑あカー。')],
  ['mixed', from('가a あ!a ')],
])('the index finds what comparing everything with everything finds: %s', (_what, texts) => {
  let found = 0;
  const places = fc.tuple(fc.nat({ max: 6 }), fc.integer({ min: 12, max: 60 }));
  fc.assert(
    fc.property(
      texts,
      texts,
      fc.array(texts, { maxLength: 3 }),
      places,
      (before, quoted, others, [from, to]) => {
        const text = before + quoted.slice(from, to);
        const answers = [...others, quoted];
        const expected = slowly(text, answers);
        if (expected) found++;
        expect(repeats(answers, text)).toBe(expected);
      },
    ),
    { numRuns: 200, seed: 3 },
  );
  expect(found).toBeGreaterThan(5);
  expect(found).toBeLessThan(195);
});

describe('an open text comes apart', () => {
  it.each([
    ['Sings in the car. Badly, but with feeling!', ['Sings in the car.', 'Badly', 'but with feeling!']],
    ['“Again?” she asks – and laughs', ['“Again?”', 'she asks', 'and laughs']],
    ['Arrives at 10:30, pays 1,000 won and 3.5 more', ['Arrives at 10:30', 'pays 1,000 won and 3.5 more']],
    ['전화를 안 받아요. 그런데 문자는 바로 해요!', ['전화를 안 받아요.', '그런데 문자는 바로 해요!']],
    ['落ち込むと、走る。「大丈夫。」と言う！', ['落ち込むと', '走る。', '「大丈夫。」', 'と言う！']],
    ['just one piece', ['just one piece']],
    ['first line\nsecond line', ['first line', 'second line']],
    ['... !!!', []],
    ['', []],
  ])('%s', (text, pieces) => {
    expect(splitOpenText(text)).toEqual(pieces);
  });

  it('no letter or digit is lost or moved', () => {
    const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(fc.oneof(fc.string(), from('a1가あ.,、。!?"」 \n—')), (text) => {
        expect(splitOpenText(text).map(letters).join('')).toBe(letters(text));
      }),
    );
  });
});

describe('blends of different groups', () => {
  it('count once if they say the same in the same words', () => {
    const first = 'When a hand is needed, Mina tends to be there unasked.';
    const again = 'Mina tends to be there unasked, people say.';
    expect(withoutRepetitions([first, 'Melodies keep Mina company.', again, first])).toEqual([
      first,
      'Melodies keep Mina company.',
    ]);
    expect(withoutRepetitions(['Warm.', 'warm'])).toEqual(['Warm.']);
    const korean = '손이 필요한 순간이면 민아님이 먼저 다가온다는 이야기가 많아요.';
    expect(withoutRepetitions([korean, `${korean} 정말로요.`])).toEqual([korean]);
  });
});
