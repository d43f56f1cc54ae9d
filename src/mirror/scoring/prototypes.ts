import type { Archetype } from '../archetypes.js';

/**
 * The person each archetype stands for, in (E, A, C, N, I); only the direction counts. The names are the product's, the
 * vectors ours: each says what its name promises, and together they point all ways of the five-dimensional space, so
 * that of people as the norm describes them every archetype takes between 8 and 18 % (test/mirror/archetypes.test.ts).
 */
export const prototypes: Record<Archetype, readonly [number, number, number, number, number]> = {
  // Stands by others and can be relied on, keeps calm; deeds before ideas.
  PROTECTOR: [0, 0.5, 0.6, -0.4, -0.5],
  // Lives in thought: ideas and composure, few words, some order.
  SAGE: [-0.5, 0.1, 0.3, -0.5, 0.6],
  // Goes against: little need to please or to keep rules, some heat, heard rather than silent.
  REBEL: [0.2, -0.7, -0.5, 0.3, 0],
  // Imagination with strong feeling, at odds with tidiness.
  ARTIST: [0.1, 0.2, -0.5, 0.5, 0.6],
  // Feels with others before anything else, worries for them, and is near them; practical.
  CAREGIVER: [0.3, 0.8, 0.1, 0.4, -0.3],
  // Withdrawn and hard to read: quiet first of all, inwardly moved, drawn to what is not of every day.
  MYSTIC: [-0.8, -0.2, 0, 0.4, 0.2],
  // Speaks up and gets things done, steady, does not ask to be liked.
  LEADER: [0.7, -0.2, 0.6, -0.3, 0.1],
  // Plays with people and rules alike: lively, carefree, disorderly, inventive.
  TRICKSTER: [0.6, 0, -0.6, -0.5, 0.2],
};
