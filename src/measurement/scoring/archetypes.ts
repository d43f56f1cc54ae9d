import { type Archetype, archetypes } from '../archetypes.js';

/**
 * Prototype vector of each archetype in (E, A, C, N, I). Only the direction counts. The names are the
 * product's and the vectors are ours. Each vector expresses what its name promises, and together they point
 * in all directions of the five-dimensional space, so that every archetype takes between 8 and 18 % of the
 * people that the norm describes (test/measurement/archetypes.test.ts).
 */
export const prototypes: Record<Archetype, readonly [number, number, number, number, number]> = {
  // Supports others and is reliable, keeps calm; deeds before ideas.
  PROTECTOR: [0, 0.5, 0.6, -0.4, -0.5],
  // Lives in thought: ideas and composure, few words, some order.
  SAGE: [-0.5, 0.1, 0.3, -0.5, 0.6],
  // Goes against the grain: little need to please or to keep rules, some heat, vocal rather than silent.
  REBEL: [0.2, -0.7, -0.5, 0.3, 0],
  // Imagination with strong feeling, at odds with tidiness.
  ARTIST: [0.1, 0.2, -0.5, 0.5, 0.6],
  // Feels with others before anything else, worries for them, and is near them; practical.
  CAREGIVER: [0.3, 0.8, 0.1, 0.4, -0.3],
  // Withdrawn and hard to read: quiet first of all, inwardly moved, drawn to the unusual.
  MYSTIC: [-0.8, -0.2, 0, 0.4, 0.2],
  // Speaks up and gets things done, steady, does not ask to be liked.
  LEADER: [0.7, -0.2, 0.6, -0.3, 0.1],
  // Plays with people and rules alike: lively, carefree, disorderly, inventive.
  TRICKSTER: [0.6, 0, -0.6, -0.5, 0.2],
};

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
