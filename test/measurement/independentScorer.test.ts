import { expect, it } from 'vitest';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { expectSameScores } from './expectSameScores.js';
import { randomRating } from './randomRatings.js';
import { seededRandom } from './seededRandom.js';

it('a thousand answer sheets score as a second scorer says that was written from the specification alone', () => {
  const random = seededRandom(20_060_101);
  let sheets = 0;
  while (sheets < 1000) {
    const ratings = Array.from({ length: 1 + Math.floor(random() * 12) }, () => randomRating(random));
    sheets += ratings.length;
    expectSameScores(ratings);
  }
});

it('the random sheets reach every level, agreement, rarity and confidence of the scoring', () => {
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
