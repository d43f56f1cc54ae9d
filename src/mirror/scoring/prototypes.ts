import type { Archetype } from '../archetypes.js';

/**
 * Prototype vector of each archetype in (E, A, C, N, I). Only the direction counts. The names are the
 * product's and the vectors are ours. Each vector expresses what its name promises, and together they point
 * in all directions of the five-dimensional space, so that every archetype takes between 8 and 18 % of the
 * people that the norm describes (test/mirror/archetypes.test.ts).
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
