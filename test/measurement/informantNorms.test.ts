import { expect, it } from 'vitest';
import { informantNorms } from '../../src/measurement/informantNorms/informantNorms.js';
import {
  addToNormSums,
  emptyNormSums,
  mergeNormSums,
  type NormSums,
} from '../../src/measurement/informantNorms/normSums.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { traits } from '../../src/measurement/traits.js';
import { normPopulation } from './normPopulation.js';
import { seededRandom } from './seededRandom.js';
import { sheet } from './sheet.js';

/** n people whose single views of trait E have the given mean and SD. */
const sumsOf = (n: number, mean: number, sd: number): NormSums => ({
  ...emptyNormSums,
  E: { n, sum: n * mean, squares: n * (mean ** 2 + sd ** 2) },
});

it('without anybody measured the norms are the prior', () => {
  expect(informantNorms(norms, emptyNormSums, 'KO')).toBe(norms);
});

it('the norms go over to the data as people come, half-way at two hundred', () => {
  const at = (n: number) => informantNorms(norms, sumsOf(n, 3.5, 0.6), 'KO').traits.E;
  const { mean, sd } = norms.traits.E;
  expect(at(200).mean).toBeCloseTo((mean + 3.5) / 2, 12);
  const [few, some, many, most] = [1, 100, 10_000, 1e9].map(at);
  expect(few!.mean).toBeCloseTo(mean, 1);
  expect(few!.sd).toBeCloseTo(sd, 1);
  expect(some!.mean).toBeLessThan(many!.mean);
  expect(many!.mean).toBeCloseTo(3.5, 1);
  expect(most!.mean).toBeCloseTo(3.5, 5);
  expect(most!.sd).toBeCloseTo(0.6, 5);
});

it('unrated traits keep the prior', () => {
  const own = informantNorms(norms, sumsOf(500, 3.5, 0.6), 'JA');
  expect(own.traits.A).toEqual(norms.traits.A);
  expect(own).toMatchObject({ version: 'informants-ja@1+500', n: 500, correlations: norms.correlations });
});

it('the sum of two groups is the sum of their people, in any order', () => {
  const { person, forms } = normPopulation(8);
  const surveys = Array.from({ length: 6 }, () => forms(person(), 4).map((scales) => sheet(scales)));
  const add = (list: typeof surveys) => list.reduce(addToNormSums, emptyNormSums);
  const merged = mergeNormSums(add(surveys.slice(0, 2)), add(surveys.slice(2)));
  for (const trait of traits) {
    const whole = add(surveys.toReversed())[trait];
    expect(merged[trait].n).toBe(6);
    expect(merged[trait].sum).toBeCloseTo(whole.sum, 10);
    expect(merged[trait].squares).toBeCloseTo(whole.squares, 10);
  }
  expect(emptyNormSums.E).toEqual({ n: 0, sum: 0, squares: 0 });
});

it('a person counts once, and a trait that only two friends rated does not count', () => {
  const form = '44352223425423522412';
  const silent = `?${form.slice(1, 5)}?${form.slice(6, 10)}?${form.slice(11)}`;
  const sums = addToNormSums(emptyNormSums, [sheet(form), sheet(form), sheet(silent)]);
  expect([sums.E.n, sums.A.n]).toEqual([0, 1]);
  expect(sums.A.sum).toBe(measure([sheet(form)], norms).traits[1]!.mean);
});

it('of the people the norm describes the sums find its means and SDs again, and measure() takes the result', () => {
  const { person, forms } = normPopulation(31);
  const random = seededRandom(2);
  const sums = Array.from({ length: 1500 }, () =>
    forms(person(), 3 + Math.floor(4 * random())).map((scales) => sheet(scales)),
  ).reduce(addToNormSums, emptyNormSums);
  const own = informantNorms(norms, sums, 'EN');
  for (const trait of traits) {
    // The ends of the scale cut high means a little, and the scatter of items widens the spread a little.
    expect(Math.abs(own.traits[trait].mean - norms.traits[trait].mean)).toBeLessThan(0.2);
    expect(Math.abs(own.traits[trait].sd - norms.traits[trait].sd)).toBeLessThan(0.15);
  }
  const measured = measure(
    forms(person(), 5).map((scales) => sheet(scales)),
    own,
  );
  expect(measured.normsVersion).toBe('informants-en@1+1500');
});
