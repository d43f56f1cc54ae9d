import { describe, expect, it } from 'vitest';
import { type Archetype, archetypes } from '../../src/measurement/archetypes.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { matchArchetype, prototypes } from '../../src/measurement/scoring/archetypes.js';
import { normPopulation } from './normPopulation.js';
import { sheet } from './sheet.js';

const { person, forms } = normPopulation(1729);

function shares(people: Archetype[]): Record<Archetype, number> {
  const count = (name: Archetype): number => people.filter((own) => own === name).length / people.length;
  return Object.fromEntries(archetypes.map((name) => [name, count(name)])) as Record<Archetype, number>;
}

const expectBalanced = (people: Archetype[]): void => {
  for (const share of Object.values(shares(people))) {
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.25);
  }
};

describe('no archetype takes more than a quarter or less than a twentieth', () => {
  it('of people as the norm describes them', () => {
    expectBalanced(Array.from({ length: 20_000 }, () => matchArchetype(person()).archetype));
  });

  it.each([3, 8])('of people whom %i friends describe on paper', (friends) => {
    const described = Array.from({ length: 1500 }, () =>
      measure(
        forms(person(), friends).map((scales) => sheet(scales)),
        norms,
      ),
    );
    expectBalanced(described.map(({ archetype }) => archetype));
  });
});

it('every archetype is the nearest to its own prototype, at any strength, and never its own runner-up', () => {
  for (const name of archetypes) {
    for (const strength of [0.01, 1, 40]) {
      const match = matchArchetype(prototypes[name].map((value) => value * strength));
      expect(match.archetype).toBe(name);
      expect(match.runnerUp).not.toBe(name);
    }
  }
});

it('a profile without any direction still has one answer', () => {
  expect(matchArchetype([0, 0, 0, 0, 0])).toEqual({ archetype: 'PROTECTOR', runnerUp: 'SAGE' });
});
