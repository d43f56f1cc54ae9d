import { describe, expect, it } from 'vitest';
import type { Rating } from '../../src/measurement/answers.js';
import { changedTraits, covariance } from '../../src/measurement/change/changedTraits.js';
import { changedWords } from '../../src/measurement/change/changedWords.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { criticalT } from '../../src/measurement/scoring/statistics.js';
import { effectiveRaters } from '../../src/measurement/scoring/weights.js';
import { normPopulation } from './normPopulation.js';
import { seededRandom } from './seededRandom.js';
import { sheet } from './sheet.js';

/** Forms of unequal weight: known for long or hardly, some of them filled in too fast. */
const uneven = (forms: string[], random: () => number): Rating[] =>
  forms.map((scales) =>
    sheet(scales, {
      closeness: 1 + Math.floor(4 * random()),
      elapsedMs: random() < 0.15 ? 10_000 : 90_000,
    }),
  );

const changed = (ratings: Rating[], earlier: number) =>
  changedTraits(measure(ratings.slice(0, earlier), norms), measure(ratings, norms));

describe.each([
  [3, 6],
  [6, 10],
  [3, 21],
  [10, 15],
])('from %i friends to %i', (earlier, all) => {
  it('at most one in twenty of the people who did not change is shown a change', () => {
    const { person, forms } = normPopulation(earlier * all);
    const random = seededRandom(all);
    const people = Array.from({ length: 1200 }, () => changed(uneven(forms(person(), all), random), earlier));
    expect(people.filter((told) => told.length > 0).length / people.length).toBeLessThanOrEqual(0.05);
  });
});

it('a large change that many friends see is shown, with its direction and both scores', () => {
  const { forms } = normPopulation(9);
  const ratings = [...forms([-3, 0, 0, 0, 0], 10), ...forms([3, 0, 0, 0, 0], 26)].map((scales) =>
    sheet(scales),
  );
  const told = changed(ratings, 10);
  expect(told).toMatchObject([{ trait: 'E', direction: 'UP' }]);
  expect(told[0]!.to).toBeGreaterThan(told[0]!.from);
});

it('nothing is shown where fewer than three friends rated before or were added since', () => {
  const low = sheet('11111555555555511155');
  const high = sheet('55555111111111155511');
  const nine = Array.from({ length: 9 }, () => high);
  expect(changed([low, low, ...nine], 2)).toEqual([]);
  expect(changed([...nine, low, low], 9)).toEqual([]);
});

it('about one in two of the people who changed by 1.5 SD is shown it, with as many new friends as old', () => {
  const { person, forms } = normPopulation(77);
  const told = Array.from({ length: 400 }, () => {
    const rest = person().slice(1);
    const ratings = [...forms([-1, ...rest], 10), ...forms([1.5, ...rest], 11)].map((scales) =>
      sheet(scales),
    );
    return changed(ratings, 10).some(({ trait, direction }) => trait === 'E' && direction === 'UP');
  });
  expect(told.filter(Boolean).length / told.length).toBeGreaterThan(0.5);
});

it('the same measurement twice shows no change', () => {
  const ratings = normPopulation(4)
    .forms([1, 1, 1, 1, 1], 6)
    .map((scales) => sheet(scales));
  expect(changed(ratings, 6)).toEqual([]);
});

it('the shared part of two means is exact for equal weights, and leaves the difference some variance for any', () => {
  const means = (before: number[], after: number[]): [number, number, number] => {
    const [k1, k2] = [before, after].map((weights) =>
      effectiveRaters(
        weights.reduce((sum, weight) => sum + weight, 0),
        weights.reduce((sum, weight) => sum + weight ** 2, 0),
      ),
    ) as [number, number];
    return [k1, k2, covariance({ raters: before.length, k: k1 }, { raters: after.length, k: k2 })];
  };
  expect(means([1, 1, 1], [1, 1, 1, 1, 1, 1])[2]).toBeCloseTo(1 / 6, 12);
  const random = seededRandom(3);
  for (let run = 0; run < 500; run++) {
    const weights = Array.from({ length: 6 + Math.floor(8 * random()) }, () => 0.175 + random());
    const [before, after, shared] = means(weights.slice(0, 3), weights);
    expect(1 / before + 1 / after - 2 * shared).toBeGreaterThan(0);
  }
});

it.each([
  // Above them 0.5 %, 1 % and 5 %.
  [5, 2.5758, 4.032],
  [6, 2.5758, 3.707],
  [10, 2.5758, 3.169],
  [30, 2.5758, 2.75],
  [1000, 2.5758, 2.581],
  [6, 2.3263, 3.143],
  [30, 2.3263, 2.457],
  [6, 1.6449, 1.943],
  [30, 1.6449, 1.697],
])(
  'Student’s t with %i degrees of freedom goes beyond as seldom as z beyond %f at %f, as tables say',
  (degrees, z, table) => {
    expect(Math.abs(criticalT(degrees, z) - table)).toBeLessThan(0.006 * table);
  },
);

describe('changed words', () => {
  const form = '44352223425423522412';
  const measured = (...choices: (string | null)[]) =>
    measure(
      choices.map((word) => sheet(form, { words: word === null ? [] : [word] })),
      norms,
    );
  const three = ['kind', 'kind', 'kind'];

  it('are shown when the choices of at least three friends moved', () => {
    expect(
      changedWords(measured('kind', null, null), measured('kind', null, null, 'bold', 'bold', 'bold')),
    ).toEqual([{ word: 'bold', direction: 'UP', from: 0, to: 0.5 }]);
    expect(changedWords(measured(...three), measured(...three, null, null, null))).toEqual([
      { word: 'kind', direction: 'DOWN', from: 1, to: 0.5 },
    ]);
  });

  it('are not shown for one or two friends', () => {
    expect(
      changedWords(measured(null, null, null), measured(null, null, null, 'bold', 'bold', 'calm')),
    ).toEqual([]);
    expect(changedWords(measured(...three), measured(...three, 'kind', null, null))).toEqual([]);
    // One of three friends, and then none of many: a shown change would reveal that there was one.
    expect(
      changedWords(measured('kind', null, null), measured('kind', ...Array<null>(14).fill(null))),
    ).toEqual([]);
  });
});
