import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/locale.js';
import { describeEvidence } from '../../src/measurement/describeEvidence.js';
import { norms } from '../../src/measurement/norms.js';
import { measureSelf, practicePack } from '../../src/measurement/practice.js';
import { rarity } from '../../src/measurement/scoring/rarity.js';
import { sheet } from './sheet.js';

/** E 5 · A 4.5 · C 3 · N 1.5 · I 4 on the four items of each. */
const form = '55324112455532511233';
const words = ['funny', 'warm', 'calm', 'bold', 'deep'];
const subject = (locale: Locale, name: string) => ({ name, locale });

describe('a person measured by the own answers', () => {
  it('is a sketch of no friends, in a version of its own', () => {
    const measured = measureSelf(sheet(form, { words }));
    expect(measured).toMatchObject({
      scoringVersion: 'self@1',
      normsVersion: norms.version,
      friends: 0,
      k: 0,
      confidence: 'SKETCH',
    });
    for (const trait of measured.traits)
      expect(trait).toMatchObject({ agreement: 'UNKNOWN', consensus: null, raters: 0, k: 0, variance: null });
    expect(measured.words).toEqual(
      ['funny', 'calm', 'warm', 'deep', 'bold'].map((word) => ({ word, count: 1, share: 1 })),
    );
  });

  it('is believed as far as the reliability of the form goes', () => {
    const [outgoing] = measureSelf(sheet('5----1----5----1----')).traits;
    // By hand: z = (5 − 2.896)/1.03, λ = α = .80, percentile Φ(λz/√(α(2 − λ))) = Φ(1.6678).
    expect(outgoing).toMatchObject({ mean: 5, lambda: 0.8, score: 95, level: 'VERY_HIGH' });
    expect(outgoing?.shrunkZ).toBeCloseTo((0.8 * (5 - 2.896)) / 1.03, 12);
    expect(outgoing?.percentile).toBeCloseTo(95.233, 2);
  });

  it('is believed less where half of a trait’s items were left out: Spearman and Brown', () => {
    const [half] = measureSelf(sheet('5----1--------------')).traits;
    expect(half?.lambda).toBeCloseTo(0.4 / (1 - 0.4), 12);
  });

  it('is at the norm, unmeasured, on a trait with fewer than two answered items', () => {
    const { traits, rarity } = measureSelf(sheet('5-------------------'));
    for (const trait of traits)
      expect(trait).toMatchObject({ score: 50, level: 'TYPICAL', mean: null, lambda: 0, shrunkZ: 0 });
    expect(rarity).toEqual({ d2: 0, tier: 'COMMON' });
  });

  it('is measured by the answers alone, not by how fast they came', () => {
    const hasty = sheet(form, { words, closeness: null, elapsedMs: 1 });
    expect(measureSelf(hasty)).toEqual(measureSelf(sheet(form, { words })));
  });

  it('is as rare as the norm’s own spread says, a half-answered form being no rarer for its inexactness', () => {
    const { traits, rarity: own } = measureSelf(sheet(form));
    const seen = traits.map(({ trait, mean }) => ({ trait, mean, k: 1 }));
    expect(own.d2).toBeCloseTo(rarity(seen, norms).d2, 12);
    const distance = (scales: string): number => measureSelf(sheet(scales)).rarity.d2;
    expect(distance('5----1--------------')).toBeGreaterThan(0);
    expect(distance('5----1--------------')).toBeLessThan(distance('5----1----5----1----'));
  });
});

describe('the practice pack', () => {
  it('rests on the person, quotes no one, and cites all five words', () => {
    const pack = practicePack(measureSelf(sheet(form, { words })), subject('EN', 'Mina'));
    expect(pack).toMatchObject({ basis: 'SELF', friends: 0, quotes: [], confidence: 'SKETCH' });
    expect(pack.words.map(({ id, share }) => [id, share])).toEqual(
      ['funny', 'calm', 'warm', 'deep', 'bold'].map((word) => [`EV-W-${word}`, 1]),
    );
    expect(pack.traits.map(({ raters }) => raters)).toEqual([1, 1, 1, 1, 1]);
  });

  it('has no rater for a trait that the person left out', () => {
    const pack = practicePack(measureSelf(sheet('5----1----5----1----')), subject('EN', 'Mina'));
    expect(pack.traits.map(({ id, raters }) => [id, raters])).toEqual([
      ['EV-E', 1],
      ['EV-A', 0],
      ['EV-C', 0],
      ['EV-N', 0],
      ['EV-I', 0],
    ]);
  });
});

describe('the own evidence in words', () => {
  const say = (locale: Locale, name: string, scales: string, id: string) =>
    describeEvidence(practicePack(measureSelf(sheet(scales, { words })), subject(locale, name)), [id])[0]
      ?.text;
  const outgoing = '5----1----5----1----';
  const typical = '3----3----3----3----';

  it.each([
    ['EN', 'Mina', "By Mina's own answers: more outgoing than about 95 of 100 people."],
    ['KO', '민아', '민아님 자신의 답에 따르면 100명 중 약 95명보다 더 활발한 편이에요.'],
    ['JA', '美奈', '美奈さん自身の答えによると、100人のうち約95人よりも社交的なほうです。'],
  ] as const)('tells a trait as the person answers it, in the third person: %s', (locale, name, text) => {
    expect(say(locale, name, outgoing, 'EV-E')).toBe(text);
  });

  it.each([
    ['EN', 'Mina', "Mina's own answers say too little about this: not measured."],
    ['KO', '민아', '민아님의 답만으로는 알 수 없어서 측정하지 못했어요.'],
    ['JA', '美奈', '美奈さん自身の答えだけではわからず、測定できていません。'],
  ] as const)('says what was left out is not measured: %s', (locale, name, text) => {
    expect(say(locale, name, outgoing, 'EV-C')).toBe(text);
  });

  it.each([
    ['EN', 'Mina', "By Mina's own choice: “funny”."],
    ['KO', '민아', '민아님이 자신에게 어울리는 말로 ‘재미있는’을 골랐어요.'],
    ['JA', '美奈', '美奈さんが、自分に合う言葉として「おもしろい」を選びました。'],
  ] as const)('tells a word as the person’s choice: %s', (locale, name, text) => {
    expect(say(locale, name, form, 'EV-W-funny')).toBe(text);
  });

  it.each([
    ['EN', /friend/i],
    ['KO', /친구/],
    ['JA', /友だち/],
  ] as const)('never speaks of friends: %s', (locale, friends) => {
    for (const id of ['EV-E', 'EV-A', 'EV-C', 'EV-N', 'EV-I', 'EV-W-calm'])
      for (const scales of [form, outgoing, typical])
        expect(say(locale, 'Mina', scales, id)).not.toMatch(friends);
  });
});
