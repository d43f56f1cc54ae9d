import { describe, expect, it } from 'vitest';
import { locales } from '../../src/locale.js';
import { describeEvidence } from '../../src/measurement/describeEvidence.js';
import type { EvidencePack } from '../../src/measurement/evidence.js';
import { korean } from '../../src/measurement/questionnaire/korean.js';

type Trait = EvidencePack['traits'][number];

const pack = (
  locale: 'EN' | 'KO' | 'JA',
  trait: Partial<Trait> = {},
  rest: Partial<EvidencePack> = {},
): EvidencePack => ({
  subject: { name: { EN: 'Mina', KO: '민아', JA: '美奈' }[locale], locale },
  basis: 'FRIENDS',
  friends: 5,
  confidence: 'FAIR',
  archetype: 'ARTIST',
  runnerUp: 'SAGE',
  traits: [
    { id: 'EV-E', trait: 'E', score: 82, level: 'HIGH', agreement: 'AGREE', raters: 4, ...trait },
    { id: 'EV-N', trait: 'N', score: 9, level: 'VERY_LOW', agreement: 'MIXED', raters: 5 },
  ],
  words: [
    {
      id: 'EV-W-funny',
      word: { EN: 'funny', KO: '재미있는', JA: 'おもしろい' }[locale],
      share: 0.8,
      count: 4,
    },
    { id: 'EV-W-kind', word: { EN: 'kind', KO: '친절한', JA: '親切' }[locale], share: 0.4 },
  ],
  quotes: [],
  ...rest,
});
const say = (evidence: EvidencePack, id = 'EV-E') => describeEvidence(evidence, [id])[0]?.text;

describe('the evidence in words', () => {
  it.each([
    ['EN', '4 of 5 friends picked “funny” for Mina.'],
    ['KO', '친구 5명 중 4명이 민아님에게 어울리는 말로 ‘재미있는’을 골랐어요.'],
    ['JA', '友だち5人のうち4人が、美奈さんに合う言葉として「おもしろい」を選びました。'],
  ] as const)('counts who picked a word: %s', (locale, text) => {
    expect(say(pack(locale), 'EV-W-funny')).toBe(text);
  });

  it.each([
    ['EN', '4 of 5 friends could tell, and they agree: more outgoing than about 82 of 100 people.'],
    ['KO', '친구 5명 중 4명이 판단했고 의견이 일치해요. 100명 중 약 82명보다 더 활발한 편이에요.'],
    ['JA', '友だち5人のうち4人が判断し、見方は一致しています。100人のうち約82人よりも社交的なほうです。'],
  ] as const)(
    'tells how many could tell, that they agree, and where they see the person: %s',
    (locale, text) => {
      expect(say(pack(locale))).toBe(text);
    },
  );

  it('words a low score as the other end, never as a lack', () => {
    expect(say(pack('EN'), 'EV-N')).toBe(
      'All 5 friends could tell, and they agree in part: calmer than about 91 of 100 people.',
    );
    expect(say(pack('KO'), 'EV-N')).toBe(
      '친구 5명 모두가 판단했고 의견이 일부만 일치해요. 100명 중 약 91명보다 더 차분한 편이에요.',
    );
    expect(say(pack('JA'), 'EV-N')).toBe(
      '友だち5人全員が判断し、見方は一部で一致しています。100人のうち約91人よりも落ち着いたほうです。',
    );
  });

  it.each([
    ['EN', ', and they differ', ', and they agree'],
    ['KO', '의견이 갈려요', '일치'],
    ['JA', '見方は分かれています', '一致'],
  ] as const)('says of a split that friends differ: %s', (locale, differ, agree) => {
    const text = say(pack(locale, { agreement: 'SPLIT', score: 48, level: 'TYPICAL' }));
    expect(text).toContain(differ);
    expect(text).not.toContain(agree);
  });

  it.each(locales)('tells how far apart the answers are, in words for each agreement: %s', (locale) => {
    const spreads = (['AGREE', 'MIXED', 'SPLIT', 'UNKNOWN'] as const).map(
      (agreement) => describeEvidence(pack(locale, { agreement }), ['EV-E'])[0]?.spread,
    );
    expect(new Set(spreads).size).toBe(4);
  });

  it('tells nothing of how far apart the answers are but their agreement', () => {
    const spreads = [3, 40, 82, 99].flatMap((score) =>
      [3, 4, 5].map((raters) => describeEvidence(pack('EN', { score, raters }), ['EV-E'])[0]?.spread),
    );
    expect(new Set(spreads).size).toBe(1);
  });

  it('ranks a word among the words that friends picked', () => {
    const spreads = describeEvidence(pack('EN'), ['EV-W-funny', 'EV-W-kind']).map(({ spread }) => spread);
    expect(spreads).toEqual([
      'Everyone could pick up to five of 24 words. No word was picked more often.',
      'Everyone could pick up to five of 24 words. 1 word was picked more often.',
    ]);
  });

  it.each([
    ['EN', /not measured/],
    ['KO', /측정하지 못했어요/],
    ['JA', /測定できていません/],
  ] as const)('says what nobody could tell is not measured: %s', (locale, words) => {
    const text = say(pack(locale, { raters: 0, score: 50, level: 'TYPICAL', agreement: 'UNKNOWN' }));
    expect(text).toMatch(words);
    expect(text).not.toMatch(/100/);
  });

  it('calls one friend’s view a hint, and says of a small survey that it can change', () => {
    expect(say(pack('EN', { raters: 1, agreement: 'UNKNOWN' }))).toBe(
      'Only 1 of 5 friends could tell, so this is little more than a hint: more outgoing than about 82 of 100 people.',
    );
    expect(say(pack('EN', {}, { confidence: 'SKETCH' }))).toMatch(
      /few friends have answered, so this can still change\.$/,
    );
    expect(say(pack('EN', { raters: 1 }, { friends: 1 }))).toContain('1 of 1 friend could tell');
  });

  it('has the questions asked, as the people who answered read them', () => {
    const quotes = [{ id: 'EV-Q1', text: 'Keeps calm.' }];
    const [trait, word, quote] = describeEvidence(pack('EN', {}, { quotes }), [
      'EV-E',
      'EV-W-funny',
      'EV-Q1',
    ]);
    expect(trait?.questions).toEqual([
      'Mina is the life of the party.',
      "Mina doesn't talk a lot.",
      'Mina talks to a lot of different people at parties.',
      'Mina keeps in the background.',
    ]);
    expect(word?.questions).toHaveLength(1);
    expect(quote?.questions).toHaveLength(3);
    for (const question of [...(word?.questions ?? []), ...(quote?.questions ?? [])])
      expect(question).toContain('Mina');
    const [own, ownWord] = describeEvidence(pack('EN', {}, { basis: 'SELF' }), ['EV-E', 'EV-W-funny']);
    expect(own?.questions).toContain('I am the life of the party.');
    expect(ownWord?.questions.join()).not.toContain('Mina');
  });

  it('never puts anybody beyond all or none of 100 people', () => {
    expect(say(pack('EN', { score: 100, level: 'VERY_HIGH' }))).toContain('about 99 of 100');
    expect(say(pack('EN', { score: 0, level: 'VERY_LOW' }))).toContain('about 99 of 100');
  });

  it('reads packs stored before words had a count', () => {
    expect(say(pack('EN'), 'EV-W-kind')).toBe('2 of 5 friends picked “kind” for Mina.');
  });

  it.each([
    ['EN', 'What several friends wrote, in other words: “Keeps calm when all goes wrong.”'],
    ['KO', '여러 친구가 쓴 내용을 다른 말로 옮겼어요: “Keeps calm when all goes wrong.”'],
    ['JA', '複数の友だちが書いたことを、別の言葉で言い換えました：「Keeps calm when all goes wrong.」'],
  ] as const)('tells a quote as what several wrote, in other words: %s', (locale, text) => {
    const quotes = [{ id: 'EV-Q1', text: 'Keeps calm when all goes wrong.' }];
    expect(say(pack(locale, {}, { quotes }), 'EV-Q1')).toBe(text);
  });

  it('answers each known id once, in the order of the pack', () => {
    const ids = describeEvidence(pack('EN'), ['EV-W-kind', 'EV-X', 'EV-E', 'EV-E']).map(({ id }) => id);
    expect(ids).toEqual(['EV-E', 'EV-W-kind']);
  });

  it('has only Korean words that take 을', () => {
    const open = Object.values(korean.words).filter(
      (word) => ((word.codePointAt(word.length - 1) ?? 0) - 0xac00) % 28 === 0,
    );
    expect(open).toEqual([]);
  });
});
