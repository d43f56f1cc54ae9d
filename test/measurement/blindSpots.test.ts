import { describe, expect, it } from 'vitest';
import { type BlindSpot, blindSpots } from '../../src/measurement/insight/blindSpots.js';
import { describeBlindSpot } from '../../src/measurement/insight/describeInsight.js';
import { emptyLeniencyBias, type LeniencyBias } from '../../src/measurement/insight/leniencyBias.js';
import { addToLeniencyBias } from '../../src/measurement/insight/selfView.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { type PerTrait, traits } from '../../src/measurement/traits.js';
import { normPopulation } from './normPopulation.js';
import { selfReports } from './selfReports.js';
import { sheet } from './sheet.js';

const measured = (forms: string[]) =>
  measure(
    forms.map((scales) => sheet(scales)),
    norms,
  );

/** People with k friends each, their own forms, and the kindness their like have shown. */
function simulate(k: number, people: number, gaps: Partial<PerTrait<number>> = {}): BlindSpot[][] {
  const { person, forms } = normPopulation(k);
  const selfOf = selfReports(100 + k);
  const kindness = Array.from({ length: 500 }, person).reduce<LeniencyBias>(
    (known, z) => addToLeniencyBias(known, sheet(selfOf(z)), measured(forms(z, k))),
    emptyLeniencyBias,
  );
  return Array.from({ length: people }, person).map((z) =>
    blindSpots(sheet(selfOf(z, gaps)), measured(forms(z, k)), kindness),
  );
}

const shareOf = (people: BlindSpot[][], test: (spots: BlindSpot[]) => boolean): number =>
  people.filter(test).length / people.length;

describe.each([
  { k: 3, power: 28 },
  { k: 5, power: 37 },
  { k: 8, power: 45 },
])('with $k friends', ({ k, power }) => {
  // About 9 % are expected; so many people put the chance share that far within a point.
  it('at most one person in ten without a gap gets a clear blind spot, and none gets two questions', () => {
    const people = simulate(k, 12_000);
    const clear = shareOf(people, (spots) => spots.some(({ strength }) => strength === 'CLEAR'));
    expect(clear).toBeLessThanOrEqual(0.1);
    // Nor so rarely that almost nothing would ever be shown.
    expect(clear).toBeGreaterThan(0.07);
    expect(shareOf(people, (spots) => spots.filter(({ strength }) => strength === 'HINT').length > 1)).toBe(
      0,
    );
  });

  it(`of people with a gap of 1.5 SD ${power} % and more get it told, to the right side`, () => {
    // Away from the nearer end of the scale, at which a gap would be cut off.
    const gaps = { E: 1.5, A: -1.5, C: -1.5, N: 1.5, I: -1.5 };
    const told = traits.map((trait) => {
      const side = gaps[trait] > 0 ? 'LOWER' : 'HIGHER';
      return shareOf(simulate(k, 400, { [trait]: gaps[trait] }), (spots) =>
        spots.some((spot) => spot.trait === trait && spot.strength === 'CLEAR' && spot.friendsSee === side),
      );
    });
    expect(told.reduce((sum, share) => sum + share, 0) / told.length).toBeGreaterThan(power / 100);
  });
});

const typical = '33333333333333333333';
const outgoing = '53333133335333313333';
const quiet = '13333533331333353333';

it('what the population shows as well is not a blind spot', () => {
  const friends = measured([outgoing, outgoing, outgoing]);
  const of = (n: number) =>
    blindSpots(sheet(typical), friends, { ...emptyLeniencyBias, E: { mean: 2, n } }).find(
      ({ trait }) => trait === 'E',
    );
  expect(of(0)).toMatchObject({ strength: 'CLEAR', friendsSee: 'HIGHER', difference: 2 });
  expect(of(10_000)?.strength).toBe('NONE');
  // One earlier person is hardly a population.
  expect(of(1)?.difference).toBeCloseTo(2 - 2 / 21, 12);
});

it('several weaker gaps leave one question, about the largest', () => {
  const spots = blindSpots(
    sheet('44443222233333333333'),
    measured(Array.from({ length: 8 }, () => '22221444433333333333')),
    emptyLeniencyBias,
  );
  const sizes = spots.map(({ difference, standardError }) => Math.abs(difference) / standardError);
  const between = sizes.filter((size, index) => size >= 1.75 && spots[index]?.strength !== 'CLEAR');
  expect(between.length).toBeGreaterThan(1);
  const hints = spots.filter(({ strength }) => strength === 'HINT');
  expect(hints).toHaveLength(1);
  expect(sizes[spots.indexOf(hints[0]!)]).toBe(Math.max(...between));
});

it('a trait that only two friends rated, or the person did not, is not compared', () => {
  const silent = outgoing.replace(/^(.)(....)(.)(....)(.)(....)(.)/, '?$2?$4?$6?');
  const told = (self: string, ...friends: string[]) =>
    blindSpots(sheet(self), measured(friends), emptyLeniencyBias).map(({ trait }) => trait);
  expect(told(typical, outgoing, outgoing, silent)).toEqual(['A', 'C', 'N', 'I']);
  expect(told(silent, outgoing, outgoing, outgoing)).toEqual(['A', 'C', 'N', 'I']);
});

it('fewer answers of the person make the difference less certain', () => {
  const friends = measured([quiet, quiet, quiet]);
  const error = (self: string): number =>
    blindSpots(sheet(self), friends, emptyLeniencyBias)[0]!.standardError;
  expect(error(`?${typical.slice(1)}`)).toBeGreaterThan(error(typical));
});

it('kindness is the plain mean over people', () => {
  const people = [outgoing, quiet, outgoing].map((form) => measured([form, form, form]));
  const kindness = people.reduce<LeniencyBias>(
    (known, seen) => addToLeniencyBias(known, sheet(typical), seen),
    emptyLeniencyBias,
  );
  expect(kindness.E.n).toBe(3);
  expect(kindness.E.mean).toBeCloseTo(2 / 3, 12);
});

const spot: BlindSpot = {
  trait: 'E',
  strength: 'CLEAR',
  friendsSee: 'HIGHER',
  judge: 'EQUAL',
  difference: 1,
  standardError: 0.3,
};

describe('a blind spot in words', () => {
  it.each([
    [
      'EN',
      'Mina',
      'Your friends see you as more outgoing than you see yourself. On this, you and your friends are usually equally good judges.',
    ],
    [
      'KO',
      '민아',
      '친구들이 보는 민아님은 스스로 생각하는 것보다 더 활발한 사람이에요. 이런 면은 보통 본인도 친구들도 비슷하게 잘 알아요.',
    ],
    [
      'JA',
      '美奈',
      '友だちから見た美奈さんは、自分で思うよりも社交的な人です。この面は、本人も友だちも同じくらいよく分かっていることが多いです。',
    ],
  ] as const)('is a statement when clear: %s', (locale, name, text) => {
    expect(describeBlindSpot(spot, name, locale)).toBe(text);
  });

  it.each(['EN', 'KO', 'JA'] as const)(
    'is a question when it is a hint, and nothing when there is none: %s',
    (locale) => {
      expect(describeBlindSpot({ ...spot, strength: 'HINT' }, 'Mina', locale)).toMatch(/[?？]/);
      expect(describeBlindSpot({ ...spot, strength: 'NONE' }, 'Mina', locale)).toBeNull();
    },
  );

  it('says that the person judges neuroticism best, and who judges the other traits', () => {
    const judges = blindSpots(sheet(typical), measured([typical, typical, typical]), emptyLeniencyBias).map(
      ({ trait, judge }) => [trait, judge],
    );
    expect(Object.fromEntries(judges)).toEqual({
      E: 'EQUAL',
      A: 'FRIENDS_JUDGE_WELL',
      C: 'EQUAL',
      N: 'SELF_KNOWS_BEST',
      I: 'FRIENDS_JUDGE_WELL',
    });
    expect(describeBlindSpot({ ...spot, trait: 'N', judge: 'SELF_KNOWS_BEST' }, 'Mina', 'EN')).toMatch(
      /more sensitive .* better judge yourself/,
    );
  });
});
