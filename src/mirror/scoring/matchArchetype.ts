import { archetypes, type Archetype } from '../archetypes.js';
import { prototypes } from './prototypes.js';

/**
 * Finds the nearest prototype and the runner-up by the cosine: how strong a profile is says nothing about its
 * kind. Ties keep the list's order, so that a profile without any direction still has one answer.
 * @param profile shrunk z in the order E A C N I
 */
export function matchArchetype(profile: readonly number[]): { archetype: Archetype; runnerUp: Archetype } {
  const [first, second] = archetypes
    .map((name) => ({ name, similarity: cosine(profile, prototypes[name]) }))
    .toSorted((a, b) => b.similarity - a.similarity);
  if (first === undefined || second === undefined)
    throw new RangeError('There are fewer than two archetypes.');
  return { archetype: first.name, runnerUp: second.name };
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const lengths = Math.hypot(...a) * Math.hypot(...b);
  return lengths === 0 ? 0 : a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0) / lengths;
}
