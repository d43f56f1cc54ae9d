import { describe, expect, it } from 'vitest';
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
    [
      'EN',
      '4 of 5 friends could tell: they see Mina as outgoing (more outgoing than about 82 of 100 people), and they agree.',
    ],
    [
      'KO',
      '친구 5명 중 4명이 판단했어요. 친구들이 보는 민아님은 활발한 사람이에요(100명 중 약 82명보다 더 활발한 편). 친구들의 의견이 일치해요.',
    ],
    [
      'JA',
      '友だち5人のうち4人が判断できました。友だちから見た美奈さんは、社交的な人です（100人のうち約82人よりも社交的なほう）。友だちの見方は一致しています。',
    ],
  ] as const)('tells a trait, how many could tell, and that they agree: %s', (locale, text) => {
    expect(say(pack(locale))).toBe(text);
  });

  it('words a low score as the other end, never as a lack', () => {
    expect(say(pack('EN'), 'EV-N')).toBe(
      'All 5 friends could tell: they see Mina as very calm (calmer than about 91 of 100 people), and they agree in part.',
    );
    expect(say(pack('KO'), 'EV-N')).toContain(
      '친구 5명 모두가 판단했어요. 친구들이 보는 민아님은 아주 차분한',
    );
    expect(say(pack('JA'), 'EV-N')).toContain('友だち5人全員が判断できました。');
  });

  it.each([
    ['EN', 'outgoing', 'quiet'],
    ['KO', '활발한', '조용한'],
    ['JA', '社交的な', '物静かな'],
  ] as const)('gives both sides of a split: %s', (locale, high, low) => {
    const text = say(pack(locale, { agreement: 'SPLIT', score: 48, level: 'TYPICAL' }));
    expect(text).toContain(high);
    expect(text).toContain(low);
    expect(text).not.toContain({ EN: ', and they agree', KO: '일치', JA: '一致' }[locale]);
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

  it('calls one friend’s view a hint and a small survey a sketch', () => {
    expect(say(pack('EN', { raters: 1, agreement: 'UNKNOWN' }))).toBe(
      'Only 1 of 5 friends could tell, so this is little more than a hint: more outgoing than about 82 of 100 people.',
    );
    expect(say(pack('EN', {}, { confidence: 'SKETCH' }))).toMatch(/first sketch\.$/);
    expect(say(pack('EN', { raters: 1 }, { friends: 1 }))).toContain('1 of 1 friend could tell');
  });

  it('names the questions that measure a trait on request, as the people who answered read them', () => {
    const [trait, word] = describeEvidence(pack('EN'), ['EV-E', 'EV-W-funny'], { items: true });
    expect(trait?.text).toBe(
      `${say(pack('EN'))} The questions: “Mina is the life of the party.” “Mina doesn't talk a lot.” “Mina talks to a lot of different people at parties.” “Mina keeps in the background.”`,
    );
    expect(word?.text).toBe(say(pack('EN'), 'EV-W-funny'));
    const [own] = describeEvidence(pack('EN', {}, { basis: 'SELF' }), ['EV-E'], { items: true });
    expect(own?.text).toContain('“I am the life of the party.”');
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
