import fc from 'fast-check';
import { expect, it } from 'vitest';
import { measure, measureSums } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { measureReleased, sumReleases } from '../../src/measurement/release/measureReleased.js';
import { addSums, sumsOf } from '../../src/measurement/scoring/ratingSums.js';
import { expectSameScores } from './expectSameScores.js';
import { seededRandom } from './seededRandom.js';
import { sheet } from './sheet.js';

const rating = fc
  .record({
    marks: fc.array(fc.constantFrom(...'112233445555?-'), { minLength: 20, maxLength: 20 }),
    words: fc.subarray(['funny', 'kind', 'honest', 'bold'], { maxLength: 4 }),
    closeness: fc.constantFrom(null, 1, 2, 3, 4),
    elapsedMs: fc.constantFrom(null, 9_000, 80_000),
    relation: fc.constantFrom('FRIEND', 'FAMILY', 'OTHER'),
    release: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ marks, release, ...rest }) => ({ ...sheet(marks.join(''), rest), release }));
const cohort = fc.array(rating, { minLength: 1, maxLength: 60 });

it('sums that are added release by release measure the same to the last bit as all answers at once', () => {
  fc.assert(
    fc.property(cohort, fc.integer({ min: 1, max: 7 }), (ratings, parts) => {
      const added = addSums(
        Array.from({ length: parts }, (_, part) => sumsOf(ratings.filter((_own, at) => at % parts === part))),
      );
      expect(added).toEqual(sumsOf(ratings));
      expect(measureSums(added, norms)).toEqual(measure(ratings, norms));
    }),
  );
});

it('sums that were stored and read again measure the same', () => {
  fc.assert(
    fc.property(cohort, (ratings) => {
      const sums = sumReleases(ratings);
      const stored = JSON.parse(JSON.stringify(sums)) as typeof sums;
      expect(measureReleased(stored, norms)).toEqual(measureReleased(sums, norms));
    }),
    { numRuns: 30 },
  );
});

it('sums of thousands of answers measure as the independent scorer does, to 1e-9', () => {
  const random = seededRandom(21);
  const ratings = Array.from({ length: 3_000 }, () =>
    sheet(Array.from({ length: 20 }, () => '123455?'[Math.floor(7 * random())]).join(''), {
      closeness: 1 + Math.floor(4 * random()),
      elapsedMs: random() < 0.1 ? 9_000 : 90_000,
    }),
  );
  expectSameScores(ratings);
});
