import { expect, it } from 'vitest';
import { measure } from '../../src/mirror/measure.js';
import { norms } from '../../src/mirror/norms.js';
import type { Rating } from '../../src/mirror/rating.js';
import { independentScorer } from './independentScorer.js';
import { randomRating } from './randomRatings.js';
import { seededRandom } from './seededRandom.js';

const TOLERANCE = 1e-9;

function expectSame(ratings: Rating[]): void {
  const ours = measure(ratings, norms);
  const theirs = independentScorer(ratings);
  const close = (a: number | null, b: number | null): void => {
    if (a === null || b === null) expect(a).toBe(b);
    else expect(Math.abs(a - b)).toBeLessThanOrEqual(TOLERANCE * Math.max(1, Math.abs(b)));
  };
  expect(ours.friends).toBe(theirs.friends);
  ours.traits.forEach((trait, index) => {
    const other = theirs.traits[index];
    if (other === undefined) throw new Error('a trait is missing');
    expect(trait).toMatchObject({
      trait: other.letter,
      raters: other.n,
      score: other.score,
      level: other.level,
    });
    expect(trait.agreement).toBe(other.agreement);
    close(trait.percentile, other.percentile);
    close(trait.mean, other.F);
    close(trait.variance, other.s2);
    close(trait.k, other.k);
    close(trait.shrunkZ, other.shrunk);
    close(trait.consensus, other.consensus);
  });
  close(ours.rarity.d2, theirs.d2);
  expect(ours.rarity.tier).toBe(theirs.tier);
  expect([ours.archetype, ours.runnerUp]).toEqual([theirs.archetype, theirs.runnerUp]);
  expect(Object.fromEntries(ours.words.map(({ word, count }) => [word, count]))).toEqual(theirs.wordCounts);
}

it('a thousand answer sheets score as a second scorer says that was written from the specification alone', () => {
  const random = seededRandom(20_060_101);
  let sheets = 0;
  while (sheets < 1000) {
    const ratings = Array.from({ length: 1 + Math.floor(random() * 12) }, () => randomRating(random));
    sheets += ratings.length;
    expectSame(ratings);
  }
});

it('the random sheets reach every level, agreement, rarity and confidence that scoring knows', () => {
  const random = seededRandom(7);
  const met = new Set<string>();
  for (let cohort = 0; cohort < 1500; cohort++) {
    const measured = measure(
      Array.from({ length: 1 + Math.floor(random() * 12) }, () => randomRating(random)),
      norms,
    );
    met.add(measured.rarity.tier).add(measured.confidence);
    for (const { level, agreement } of measured.traits) met.add(level).add(agreement);
  }
  expect([...met].sort()).toEqual(
    [
      ...['VERY_LOW', 'LOW', 'TYPICAL', 'HIGH', 'VERY_HIGH'],
      ...['AGREE', 'MIXED', 'SPLIT', 'UNKNOWN'],
      ...['COMMON', 'RARE', 'EPIC', 'LEGENDARY'],
      ...['SKETCH', 'FAIR', 'GOOD'],
    ].sort(),
  );
});
