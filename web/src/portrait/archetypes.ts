import type { Archetype } from '../graphql/generated/schema';

/** All prototypes there are, in the order of the API. */
export const archetypes: readonly Archetype[] = [
  'PROTECTOR',
  'SAGE',
  'REBEL',
  'ARTIST',
  'CAREGIVER',
  'MYSTIC',
  'LEADER',
  'TRICKSTER',
];
