import { describe, expect, it } from 'vitest';
import { compatibility, type Compatibility } from '../../src/measurement/compatibility/compatibility.js';
import { describeCompatibility } from '../../src/measurement/compatibility/describeCompatibility.js';
import { measure } from '../../src/measurement/measure.js';
import type { Measurement } from '../../src/measurement/measurement.js';
import { norms } from '../../src/measurement/norms.js';
import { level } from '../../src/measurement/scoring/percentile.js';
import { normPopulation } from './normPopulation.js';
import { sheet } from './sheet.js';

const { person, forms } = normPopulation(271);
const people = Array.from({ length: 800 }, (_, index) =>
  measure(
    forms(person(), 3 + (index % 6)).map((scales) => sheet(scales)),
    norms,
  ),
);
const pairs = people.slice(1).map((other, index) => [people[index]!, other] as const);

/** Everything about a person the other way round. */
const opposite = (measurement: Measurement): Measurement => ({
  ...measurement,
  traits: measurement.traits.map((own) => ({
    ...own,
    shrunkZ: -own.shrunkZ,
    percentile: 100 - own.percentile,
    score: 100 - own.score,
    level: level(100 - own.score),
  })),
});

it('it is the same from both sides, a whole number from 0 to 100', () => {
  for (const [a, b] of pairs) {
    const seen = compatibility(a, b);
    expect(compatibility(b, a)).toEqual(seen);
    expect(Number.isInteger(seen.score)).toBe(true);
    expect(seen.score).toBeGreaterThanOrEqual(0);
    expect(seen.score).toBeLessThanOrEqual(100);
  }
});

it('oneself is the high end, one’s opposite the low end', () => {
  for (const own of people) {
    expect(compatibility(own, own)).toMatchObject({ score: 100, label: 'MIRROR', apart: [] });
    const other = compatibility(own, opposite(own));
    expect(other).toMatchObject({ label: 'CONTRAST', together: [] });
    expect(other.score).toBeLessThanOrEqual(25);
  }
});

it('random pairs spread over the labels: none takes less than 5 % or more than 60 %', () => {
  const labels: Compatibility['label'][] = ['MIRROR', 'KINDRED', 'COMPLEMENT', 'CONTRAST'];
  const met = pairs.map(([a, b]) => compatibility(a, b).label);
  const shares = labels.map((label) => met.filter((own) => own === label).length / met.length);
  for (const share of shares) {
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.6);
  }
  expect(labels.map((label) => met.includes(label))).toEqual([true, true, true, true]);
});

it('two unmeasured people are alike, and one of them is neither like nor unlike a measured one', () => {
  const nobody = measure([], norms);
  expect(compatibility(nobody, nobody)).toEqual({ score: 100, label: 'MIRROR', together: [], apart: [] });
  expect(compatibility(nobody, people[0]!).score).toBeGreaterThan(35);
  expect(compatibility(nobody, people[0]!).score).toBeLessThan(65);
});

describe('the reasons in words', () => {
  const seen = (form: string): Measurement =>
    measure(
      Array.from({ length: 8 }, () => sheet(form)),
      norms,
    );
  // Both orderly; one outgoing and calm, the other quiet and sensitive.
  const first = { name: 'Mina', measurement: seen('54514121525451212152') };
  const second = { name: 'Jun', measurement: seen('14554521121455252112') };

  it('name what brings two people together and what sets them apart', () => {
    const told = describeCompatibility(first, second, 'EN');
    expect(told).toContain('Friends see both Mina and Jun as orderly.');
    expect(told).toContain('Friends see Mina as outgoing and Jun as quiet.');
    expect(told).toContain('Friends see Jun as sensitive and Mina as calm.');
  });

  it('are the same from both sides but for the order of names', () => {
    const apart = (text: string): boolean => !text.includes('both');
    expect(describeCompatibility(second, first, 'EN').filter(apart)).toEqual(
      describeCompatibility(first, second, 'EN').filter(apart),
    );
  });

  it.each([
    ['KO', '친구들은 Mina님과 Jun님을 둘 다 꼼꼼한 사람으로 봐요.'],
    ['KO', '친구들은 Mina님을 활발한 사람으로, Jun님을 조용한 사람으로 봐요.'],
    ['JA', '友だちから見ると、MinaさんもJunさんもきちんとした人です。'],
    ['JA', '友だちから見ると、Minaさんは社交的な人、Junさんは物静かな人です。'],
  ] as const)('are there in %s: %s', (locale, text) => {
    expect(describeCompatibility(first, second, locale)).toContain(text);
  });

  it('are one sentence where nothing is remarkable', () => {
    const nobody = { name: 'Sora', measurement: measure([], norms) };
    for (const locale of ['EN', 'KO', 'JA'] as const) {
      const told = describeCompatibility(first, nobody, locale);
      expect(told).toHaveLength(1);
      expect(told[0]).toContain('Sora');
    }
  });
});
