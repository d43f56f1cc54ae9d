import { describe, expect, it } from 'vitest';
import { locales } from '../../src/locale.js';
import { evidencePack } from '../../src/measurement/evidencePack.js';
import { blindSpots } from '../../src/measurement/insight/blindSpots.js';
import { describeBlindSpot, describeCommonGround } from '../../src/measurement/insight/describeInsight.js';
import {
  describePicked,
  evidenceOfBlindSpot,
  evidenceOfCircle,
  evidenceOfTrait,
  johariQuestions,
} from '../../src/measurement/insight/insightEvidence.js';
import { emptyLeniencyBias } from '../../src/measurement/insight/leniencyBias.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { sheet } from './sheet.js';

const names = { EN: 'Mina', KO: '민아', JA: '美奈' };
/** Items in the order E A C N I; 6 and others are reversed. This person talks a lot, to everyone. */
const lively = '53333 13333 53331 33333'.replaceAll(' ', '');
const silent = '13333 53333 13335 33333'.replaceAll(' ', '');
const friends = [lively, lively, lively, lively].map((scales) => sheet(scales, { words: ['funny', 'kind'] }));
const measurement = measure(friends, norms);
const self = sheet(silent, { words: ['funny', 'calm'] });
const subjects = locales.map((locale) => ({ name: names[locale], locale }));

describe.each(subjects)('in $locale', (subject) => {
  const pack = evidencePack(measurement, subject);
  const { name, locale } = subject;

  it('a trait that friends agree or differ on has its counts, spread and four questions, not its sentence', () => {
    const { agreed, split } = describeCommonGround(measurement, name, locale);
    expect(agreed.length).toBeGreaterThan(0);
    for (const { trait, text } of [...agreed, ...split]) {
      const [line, ...others] = evidenceOfTrait(pack, trait);
      expect(others).toEqual([]);
      expect(line?.text).toContain('4');
      expect(line?.questions).toHaveLength(4);
      for (const part of [line?.text, line?.spread, ...(line?.questions ?? [])])
        expect(part).not.toContain(text.replace(/[.。]$/, ''));
    }
  });

  it('a blind spot rests on what friends answered and on the same questions to the person, without either figure', () => {
    const spot = blindSpots(self, measurement, emptyLeniencyBias).find(({ trait }) => trait === 'E')!;
    expect(spot.strength).toBe('CLEAR');
    const [theirs, own] = evidenceOfBlindSpot(spot, self, pack);
    expect([theirs?.id, own?.id]).toEqual(['EV-E', 'EV-S-E']);
    expect(theirs?.questions).toHaveLength(4);
    expect(own?.questions).toHaveLength(4);
    expect(own?.questions).not.toEqual(theirs?.questions);
    const sentence = describeBlindSpot(spot, name, locale)!;
    for (const line of [theirs, own]) {
      expect(line?.text).not.toContain(sentence);
      expect(`${line?.text} ${line?.spread}`).not.toContain(spot.difference.toFixed(1));
    }
  });

  it('a circle’s view of a trait rests on how many of the circle could tell, next to all friends', () => {
    const trait = measurement.traits.find((own) => own.trait === 'E')!;
    const circle = { relation: 'FAMILY', friends: 3, traits: [{ ...trait, raters: 3, score: 12 }] };
    const line = evidenceOfCircle(circle, circle.traits[0]!, pack);
    expect(line.id).toBe('EV-C-FAMILY-E');
    expect(line.text).toContain('3');
    expect(line.text).toContain('88');
    expect(line.text).toContain(String(trait.score));
    expect(line.questions).toHaveLength(4);
    expect(line.spread).not.toBe('');
    const untold = { ...pack, traits: pack.traits.map((one) => ({ ...one, raters: 0 })) };
    expect(evidenceOfCircle(circle, circle.traits[0]!, untold).text).not.toContain(String(trait.score));
  });

  it('a word of the Johari window tells who picked it, and never that only one friend did', () => {
    const told = (word: 'funny' | 'kind' | 'calm' | 'bold', count: number) =>
      describePicked(
        word,
        ['funny', 'calm'],
        { friends: 4, words: [{ word, count, share: count / 4 }] },
        subject,
      );
    expect(told('funny', 3)).toContain('3');
    expect(told('kind', 3)).toContain('3');
    expect(told('funny', 3)).not.toBe(told('kind', 3));
    expect(told('calm', 1)).toBe(told('calm', 0));
    expect(told('bold', 1)).toBe(told('bold', 0));
    expect(told('calm', 0)).not.toBe(told('bold', 0));
    expect(johariQuestions(pack)).toHaveLength(2);
  });
});
