import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAnswers } from '../../src/measurement/openText/answerIndex.js';

const lines = [
  'kind',
  'always late',
  'pizza',
  'so kind and funny',
  'Mina is the best',
  'never gives up',
  'brings too much food, and then worries it is not enough',
  '늘 늦어요',
  '곰',
  '웃음이 많아요',
  '고양이 같은 매력',
  '약속에 늦으면 꼭 커피를 사면서 미안하다고 해요',
  '天然',
  'いつも笑っている',
  'がんばりや',
  'うまくいかないときほど、冗談を言ってみんなを笑わせる',
  '雨の日でも傘を持たずに出かける',
];
const index = indexAnswers(lines, 'Mina');

describe('a blend copies a friend where it', () => {
  it.each([
    ['is the line', 'Kind.'],
    ['says nothing else in a clause', 'Of all things, so very kind, that is what they say.'],
    ['sets it in quotation marks', 'They say “kind” and mean it.'],
    ['has a short line among other words', 'A person who is always late for dinner.'],
    ['has a clause of a line', 'A friend who brings too much food to each meal.'],
    ['has a word that only one friend would write', 'Pizza comes up, and so do other foods.'],
    ['has the words in another order', 'funny, they say, and as kind as can be'],
    ['fills the words up', 'never ever really gives any of it up'],
    ['has most words of a long clause', '꼭 미안하다고 하며 약속에 커피를 사면서'],
    ['leaves the blanks out', 'alwayslate'],
    ['moves the blanks', 'al wa ysla te'],
    ['spaces the letters', 'p i z z a'],
    ['uses letters that look the same', 'рízzа'],
    ['uses digits for letters', 'p1zz4'],
    ['repeats letters', 'piiiizzza'],
    ['is in styled letters', '𝓅𝒾𝓏𝓏𝒶 and 🅿🅸🆉🆉🅰'],
    ['is in full width', 'ｐｉｚｚａ'],
    ['hides marks between the letters', 'p\u200bi\u00adz\u0301za'],
    ['reads backwards', 'etal syawla'],
    ['names the person for a friend who did', 'is the best'],
    ['spells Hangul letter by letter', 'ㅇㅜㅅㅇㅡㅁㅇㅣ ㅁㅏㄶㅇㅏㅇㅛ'],
    ['gives a Korean word another particle', '곰 같다는 말'],
    ['has the Korean words in another order', '매력이 고양이 같은'],
    ['is in katakana', 'イツモワラッテイル'],
    ['is in half width', 'ｶﾞﾝﾊﾞﾘﾔ'],
    ['adds words to a Japanese one', 'みんなが天然だと言います'],
    ['has the Japanese words in another order', '冗談を言う、うまくいかないときほど'],
    ['romanizes Hangul', 'useumi manayo'],
    ['romanizes kana', 'someone called ganbariya by many'],
    ['romanizes a line with Han characters', 'ame no hi demo kasa wo motazu ni dekakeru'],
    ['writes Han characters in kana', 'あめのひでもかさをもたずにでかける'],
    ['writes English in Hangul', '네버 기브즈 업'],
    ['writes English in katakana', 'オールウェイズ・レイト'],
  ])('%s', (_how, blend) => {
    expect(index.isCopiedInto(blend)).toBe(true);
  });

  it('has a word of fewer than three friends, and not where three wrote it', () => {
    expect(indexAnswers(['pizza', 'pizza!']).isCopiedInto('Pizza comes up a lot.')).toBe(true);
    const three = indexAnswers(['pizza', 'Pizza!', 'loves pizza']);
    expect(three.isCopiedInto('Pizza comes up a lot.')).toBe(false);
    expect(three.isCopiedInto('It really is pizza!')).toBe(true);
    expect(three.isCopiedInto('Everyone loves pizza.')).toBe(true);
  });
});

describe('a blend in its own words is kept', () => {
  const short = {
    EN: ['so kind', 'funny', 'always late', 'a good listener', 'very warm', 'loves coffee', 'makes me laugh'],
    KO: ['재미있어요', '늘 늦어요', '다정한 사람', '잘 웃어요', '배려심이 많아요', '커피', '솔직해요'],
    JA: ['面白い', '優しい人', 'いつも遅刻', 'よく笑う', '頼りになる', 'コーヒー好き', '聞き上手'],
  };
  it.each([
    ['EN', 'is known for a kind heart and a warm way with people'],
    ['EN', 'has a sense of humour that lifts the mood of a room'],
    ['EN', 'and punctuality are not the closest of friends'],
    ['EN', 'gives attention freely, and others open up'],
    ['KO', '곁에 있으면 분위기가 밝아진다는 말이 여럿이에요'],
    ['KO', '마음이 다정하고 다른 사람을 살뜰히 살핀대요'],
    ['KO', '제시간에 도착하는 일이 쉽지 않은가 봐요'],
    ['JA', 'といると場の空気が明るくなると何人もが感じています'],
    ['JA', '優しい気持ちで人と向き合うところが共通しています'],
    ['JA', '時間どおりに着くのは少し苦手なようです'],
  ] as const)('%s: %s', (locale, blend) => {
    expect(indexAnswers(short[locale], 'Mina').isCopiedInto(blend)).toBe(false);
  });
});

describe('a portrait, whose writer has not seen the lines,', () => {
  it.each([
    ['may use ordinary words', 'Mina is calm, kind, and curious.', false],
    ['may use two of them together', 'With Mina, a kind word is always late but never missing.', false],
    ['may not use a rare word of one friend', 'Mina and pizza belong together.', true],
    ['may not say a line of several words', 'Mina never gives up, they say.', false],
    ['may not say a longer line', 'One who brings too much food, always.', true],
    ['may not be a line', 'So kind and funny!', true],
    [
      'may use Korean and Japanese words of everyday',
      '민아님은 다정한 사람이에요. 彼女は優しい人です。',
      false,
    ],
    ['may not use a rare Korean word', '곰 같아요.', true],
  ])('%s', (_what, text, found) => {
    expect(index.overlaps(text)).toBe(found);
  });

  it('may be about a person whose name a friend wrote', () => {
    expect(indexAnswers(['Mina', '민아'], 'Mina').overlaps('Mina likes to plan.')).toBe(false);
  });
});

it('a line is found in whatever sentence it is put, and in whatever way blanks and case are changed', () => {
  const line = fc.constantFrom(...lines.filter((one) => one.length > 4));
  const around = fc.constantFrom(
    '',
    'They say: ',
    'Several of them agree, ',
    '여러 친구의 말로는 ',
    'みんなの話では、',
  );
  const change = fc.constantFrom(
    (text: string) => text.toUpperCase(),
    (text: string) => text.replace(/\s/g, ''),
    (text: string) => [...text].join(' '),
    (text: string) => [...text].join('\u200d'),
    (text: string) => text.replace(/[ .,、]/g, ' … '),
    (text: string) => text.normalize('NFD'),
  );
  fc.assert(
    fc.property(line, around, change, (own, before, changed) => {
      expect(index.isCopiedInto(before + changed(own))).toBe(true);
    }),
  );
});

it('every one of five hundred lines is found', () => {
  const many = Array.from({ length: 500 }, (_, own) => `friend ${own} says that dish ${own} tastes great`);
  const all = indexAnswers(many);
  expect(many.every((line) => all.overlaps(`I heard ${line}`) && all.isCopiedInto(line))).toBe(true);
  expect(all.overlaps('Nothing of it was said.')).toBe(false);
});
