import fc from 'fast-check';
import { expect, it } from 'vitest';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { personaHash } from '../../src/measurement/personaHash.js';
import { randomRating } from './randomRatings.js';
import { seededRandom } from './seededRandom.js';

/** The value with all keys in another order, as a store may give it back. */
const reordered = <T>(value: T): T =>
  (Array.isArray(value)
    ? value.map(reordered)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, part]) => [key, reordered<unknown>(part)]),
        )
      : value) as T;

const measurement = fc.tuple(fc.integer(), fc.integer({ min: 1, max: 6 })).map(([seed, friends]) => {
  const random = seededRandom(seed);
  return measure(
    Array.from({ length: friends }, () => randomRating(random)),
    norms,
  );
});

it('a measurement has one hash, in whatever order its keys are and through JSON', () => {
  fc.assert(
    fc.property(measurement, (own) => {
      const hash = personaHash(own);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(personaHash(reordered(own))).toBe(hash);
      expect(personaHash(JSON.parse(JSON.stringify(own)) as typeof own)).toBe(hash);
    }),
    { numRuns: 50 },
  );
});

it('any difference is another hash', () => {
  fc.assert(
    fc.property(measurement, (own) => {
      const hash = personaHash(own);
      expect(personaHash({ ...own, friends: own.friends + 1 })).not.toBe(hash);
      expect(personaHash({ ...own, scoringVersion: 'scoring@2' })).not.toBe(hash);
      expect(personaHash({ ...own, traits: own.traits.toReversed() })).not.toBe(hash);
    }),
    { numRuns: 20 },
  );
});

it('the hash of an empty measurement is the same on every machine', () => {
  expect(personaHash(measure([], norms))).toBe(
    '9543c4c351c44bbcc147171c1f117a31ec3fbf2d4900605542b334746338122a',
  );
});
