import { expect, it } from 'vitest';
import { norms } from '../../src/measurement/norms.js';
import { raterReliability } from '../../src/measurement/scoring/confidence.js';
import { rarity } from '../../src/measurement/scoring/rarity.js';
import { traits } from '../../src/measurement/traits.js';
import { normPopulation } from './normPopulation.js';

/** Means that k friends give of a person, `z` off the norm in units of what such means scatter by. */
const seenBy = (k: number, z: readonly number[]) =>
  traits.map((trait, index) => {
    const { mean, sd } = norms.traits[trait];
    const scatter = sd * Math.sqrt(raterReliability[trait] + (1 - raterReliability[trait]) / k);
    return { trait, mean: mean + scatter * z[index]!, k };
  });

/** Means of k friends who share a view of the person as far as r₀ says, and for the rest see everybody as differently as people are. */
const describedBy = (k: number, person: () => number[]) => {
  const [shared, ...own] = Array.from({ length: k + 1 }, person);
  return traits.map((trait, index) => {
    const { mean, sd } = norms.traits[trait];
    const common = Math.sqrt(raterReliability[trait]) * shared![index]!;
    const apart = own.reduce((sum, view) => sum + view[index]!, 0) / k;
    return { trait, mean: mean + sd * (common + Math.sqrt(1 - raterReliability[trait]) * apart), k };
  });
};

it.each([1, 3, 5, 10])(
  'with %i friends a quarter, 7 % and 1 % of people stand above the cuts, within two points',
  (k) => {
    const { person } = normPopulation(42 + k);
    const tiers = Array.from({ length: 20_000 }, () => rarity(describedBy(k, person), norms).tier);
    const share = (...names: string[]): number =>
      tiers.filter((tier) => names.includes(tier)).length / tiers.length;
    expect(Math.abs(share('RARE', 'EPIC', 'LEGENDARY') - 0.25)).toBeLessThan(0.02);
    expect(Math.abs(share('EPIC', 'LEGENDARY') - 0.07)).toBeLessThan(0.01);
    expect(Math.abs(share('LEGENDARY') - 0.01)).toBeLessThan(0.004);
  },
);

it('the norm itself has distance zero, and unrated traits add none', () => {
  const average = seenBy(3, [0, 0, 0, 0, 0]);
  expect(rarity(average, norms)).toEqual({ d2: 0, tier: 'COMMON' });
  expect(
    rarity(
      average.map((trait) => ({ ...trait, mean: null, k: 0 })),
      norms,
    ).d2,
  ).toBe(0);
});

it('the same deviation is rarer when more friends agree on it', () => {
  const seen = (k: number) => traits.map((trait) => ({ trait, mean: norms.traits[trait].mean + 0.5, k }));
  expect(rarity(seen(8), norms).d2).toBeGreaterThan(rarity(seen(2), norms).d2);
});

it('two deviations that usually come together are less rare than two that do not', () => {
  const outgoing = seenBy(4, [2, 2, 0, 0, 0]);
  const unusual = seenBy(4, [2, -2, 0, 0, 0]);
  expect(rarity(unusual, norms).d2).toBeGreaterThan(rarity(outgoing, norms).d2);
});

it('the correlations of the norm read the same from both sides', () => {
  norms.correlations.forEach((row, i) => {
    expect(row).toHaveLength(traits.length);
    expect(row).toEqual(norms.correlations.map((other) => other[i]));
    expect(row[i]).toBe(1);
  });
});
