import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evidencePack } from '../../src/measurement/evidencePack.js';
import { measure } from '../../src/measurement/measure.js';
import type { Measurement, TraitMeasurement } from '../../src/measurement/measurement.js';
import { norms } from '../../src/measurement/norms.js';
import { personaHash } from '../../src/measurement/personaHash.js';
import { suppressSmallCounts } from '../../src/measurement/release/measureReleased.js';
import { randomRating } from './randomRatings.js';
import { seededRandom } from './seededRandom.js';
import { sheet } from './sheet.js';

const careful = '44352223425423522412';
/** Says nothing of neuroticism. */
const silent = '443?2223?2542?5224?2';

const measured = (...forms: string[]): Measurement =>
  measure(
    forms.map((scales) => sheet(scales)),
    norms,
  );
const shown = (...forms: string[]): Measurement => suppressSmallCounts(measured(...forms), norms);
const cohort = fc.tuple(fc.integer(), fc.integer({ min: 0, max: 7 })).map(([seed, friends]) => {
  const random = seededRandom(seed);
  return measure(
    Array.from({ length: friends }, () => randomRating(random)),
    norms,
  );
});

it('a trait that fewer than three friends rated is shown as unrated', () => {
  const unknown = { trait: 'N', score: 50, percentile: 50, level: 'TYPICAL', agreement: 'UNKNOWN' };
  for (const forms of [
    [careful, careful, silent],
    [careful, silent, silent],
  ])
    expect(shown(...forms).traits[3]).toEqual({
      ...unknown,
      ...{ consensus: null, raters: 0, k: 0, mean: null, variance: null, lambda: 0, shrunkZ: 0 },
    });
  expect(shown(careful, careful, careful, silent).traits[3]).toMatchObject({ raters: 3 });
});

it('whether one friend, two or none rated a trait shows nowhere', () => {
  // The first ten answers, the pairs and the weights of these forms are alike but for what they say of N.
  const nobody = shown(silent, silent, silent, silent);
  expect(shown(careful, silent, silent, silent)).toEqual(nobody);
  expect(shown(careful, careful, silent, silent)).toEqual(nobody);
  expect(shown('44352223525423522452', careful, silent, silent)).toEqual(nobody);
});

/** Numbers that a withheld trait could have had. */
const anything: fc.Arbitrary<Partial<TraitMeasurement>> = fc.record({
  score: fc.integer({ min: 0, max: 100 }),
  percentile: fc.double({ min: 0, max: 100, noNaN: true }),
  level: fc.constantFrom('VERY_LOW', 'HIGH'),
  agreement: fc.constantFrom('AGREE', 'SPLIT'),
  consensus: fc.double({ min: 0, max: 1, noNaN: true }),
  raters: fc.integer({ min: 0, max: 2 }),
  k: fc.double({ min: 1, max: 2, noNaN: true }),
  mean: fc.double({ min: 1, max: 5, noNaN: true }),
  variance: fc.double({ min: 0, max: 4, noNaN: true }),
  lambda: fc.double({ min: 0, max: 1, noNaN: true }),
  shrunkZ: fc.double({ min: -3, max: 3, noNaN: true }),
});

it('nothing of a withheld trait is anywhere in the result: whatever it was, the same is shown', () => {
  fc.assert(
    fc.property(cohort, anything, anything, fc.nat({ max: 4 }), (own, one, other, which) => {
      const having = (thin: Partial<TraitMeasurement>): Measurement => ({
        ...own,
        traits: own.traits.map((trait, index) => (index === which ? { ...trait, ...thin } : trait)),
      });
      const [first, second] = [having(one), having(other)].map((each) => suppressSmallCounts(each, norms));
      expect(first).toEqual(second);
      expect(personaHash(first!)).toBe(personaHash(second!));
      const packs = [first, second].map((each) => evidencePack(each!, { name: 'Mina', locale: 'EN' }));
      expect(packs[0]).toEqual(packs[1]);
    }),
  );
});

it('archetype and rarity are those of a person without the withheld trait', () => {
  // Outgoing, and to one friend alone beyond measure calm.
  const calm = '53313133135335313353';
  const outgoing = '533?31331?533?3133?3';
  const all = measured(calm, outgoing, outgoing);
  const left = suppressSmallCounts(all, norms);
  expect(left.rarity.d2).not.toBe(all.rarity.d2);
  expect(left).toEqual(suppressSmallCounts(measured(outgoing, outgoing, outgoing), norms));
  expect(left).toEqual(measured(outgoing, outgoing, outgoing));
});

it('a word that one friend alone chose is not shown', () => {
  const choices = [['kind', 'bold'], ['kind'], ['calm']];
  const seen = measure(
    choices.map((words) => sheet(careful, { words })),
    norms,
  );
  expect(suppressSmallCounts(seen, norms).words).toEqual([{ word: 'kind', count: 2, share: 2 / 3 }]);
});

it('what three friends rated is shown as measured, and withholding twice equals withholding once', () => {
  const three = measured(careful, careful, careful);
  expect(suppressSmallCounts(three, norms)).toEqual(three);
  fc.assert(
    fc.property(cohort, (own) => {
      const once = suppressSmallCounts(own, norms);
      expect(suppressSmallCounts(once, norms)).toEqual(once);
      own.traits.forEach((trait, index) => {
        if (trait.raters >= 3) expect(once.traits[index]).toEqual(trait);
      });
    }),
  );
});

it('the same answers are shown under the same hash, in whatever order they came and through JSON', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = seededRandom(seed);
      const ratings = Array.from({ length: 5 }, () => randomRating(random));
      const hash = personaHash(suppressSmallCounts(measure(ratings, norms), norms));
      const again = suppressSmallCounts(measure(ratings.toReversed(), norms), norms);
      expect(personaHash(JSON.parse(JSON.stringify(again)) as Measurement)).toBe(hash);
    }),
    { numRuns: 40 },
  );
});
