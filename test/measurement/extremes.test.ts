import { expect, it } from 'vitest';
import { measure } from '../../src/measurement/measure.js';
import type { TraitMeasurement } from '../../src/measurement/measurement.js';
import { norms } from '../../src/measurement/norms.js';
import type { TraitId } from '../../src/measurement/traits.js';
import { sheet } from './sheet.js';

const careful = '44352223425423522412';
const highest = '55555111115555111111';
const lowest = '11111555551111555555';

/** The form with "I can't tell" on all items of a trait but the first `kept`. */
const silentOn = (scales: string, trait: TraitId, kept = 0): string => {
  const letters = 'EACNIEACNIEACNIEACNI';
  return [...scales]
    .map((mark, i) => (letters[i] === trait && letters.slice(0, i).split(trait).length > kept ? '?' : mark))
    .join('');
};

const traitOf = (forms: string[], id: TraitId): TraitMeasurement => {
  const found = measure(
    forms.map((scales) => sheet(scales)),
    norms,
  ).traits.find(({ trait }) => trait === id);
  if (found === undefined) throw new Error('a trait is missing');
  return found;
};

it('friends who answer alike agree, whatever they say', () => {
  const measured = measure(
    Array.from({ length: 5 }, () => sheet(careful)),
    norms,
  );
  for (const trait of measured.traits)
    expect(trait).toMatchObject({ agreement: 'AGREE', consensus: 1, raters: 5 });
  expect(measured).toMatchObject({ friends: 5, confidence: 'FAIR' });
});

it('a trait that no friend rated is typical, at 50, with unknown agreement and no raters', () => {
  expect(
    traitOf(
      [careful, highest, lowest].map((form) => silentOn(form, 'N')),
      'N',
    ),
  ).toEqual({
    trait: 'N',
    score: 50,
    percentile: 50,
    level: 'TYPICAL',
    agreement: 'UNKNOWN',
    consensus: null,
    raters: 0,
    k: 0,
    mean: null,
    variance: null,
    lambda: 0,
    shrunkZ: 0,
  });
});

it('one item of a trait is too little to count its rater, two are enough', () => {
  expect(traitOf([silentOn(careful, 'C', 1), careful], 'C').raters).toBe(1);
  expect(traitOf([silentOn(careful, 'C', 2), careful], 'C').raters).toBe(2);
});

it('a single rater has no agreement to speak of', () => {
  expect(traitOf([careful], 'E')).toMatchObject({ agreement: 'UNKNOWN', consensus: null, raters: 1, k: 1 });
});

it('friends who see opposite people are split, and together unremarkable', () => {
  const trait = traitOf([highest, lowest, highest, lowest], 'E');
  expect(trait).toMatchObject({ agreement: 'SPLIT', consensus: 0, mean: 3, level: 'TYPICAL' });
});

it('nine friends at the end of the scale put a person at the end of the percentiles, not beyond', () => {
  const nine = (form: string): string[] => Array.from({ length: 9 }, () => form);
  expect(traitOf(nine(highest), 'E')).toMatchObject({ level: 'VERY_HIGH', score: 100 });
  expect(traitOf(nine(lowest), 'I')).toMatchObject({ level: 'VERY_LOW', score: 0 });
});

it('one enthusiastic friend moves the score less than nine do', () => {
  const one = traitOf([highest], 'A').percentile;
  const nine = traitOf(
    Array.from({ length: 9 }, () => highest),
    'A',
  ).percentile;
  expect(one).toBeGreaterThan(50);
  expect(nine).toBeGreaterThan(one);
});

it('no friends at all measure as the norm and as a sketch', () => {
  expect(measure([], norms)).toMatchObject({
    friends: 0,
    k: 0,
    confidence: 'SKETCH',
    words: [],
    rarity: { d2: 0, tier: 'COMMON' },
  });
});

it('a form with nine scale answers is not counted, one with ten is', () => {
  expect(measure([sheet('443522234-----------')], norms).friends).toBe(0);
  expect(measure([sheet('4435222342----------')], norms).friends).toBe(1);
});

it('five friends of unequal closeness make a fair picture, four of five forms clicked through do not', () => {
  const closeness = [1, 2, 3, 4, 4].map((value) => sheet(careful, { closeness: value }));
  expect(measure(closeness, norms).confidence).toBe('FAIR');
  const hasty = [90_000, 5_000, 5_000, 5_000, 5_000].map((elapsedMs) => sheet('3'.repeat(20), { elapsedMs }));
  const careless = [sheet(careful), ...hasty.slice(1)];
  expect(measure(careless, norms).confidence).toBe('SKETCH');
  const eight = Array.from({ length: 8 }, () => sheet(careful, { closeness: 2 }));
  expect(measure(eight, norms).confidence).toBe('GOOD');
});

it('a word counts once a friend, and its share is of all friends', () => {
  const { words } = measure(
    [
      sheet(careful, { words: ['kind', 'funny'] }),
      sheet(careful, { words: ['kind'] }),
      sheet(careful),
      sheet(careful, { words: ['bold'] }),
    ],
    norms,
  );
  expect(words).toEqual([
    { word: 'kind', count: 2, share: 0.5 },
    { word: 'funny', count: 1, share: 0.25 },
    { word: 'bold', count: 1, share: 0.25 },
  ]);
});
