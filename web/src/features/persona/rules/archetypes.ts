import type { Archetype } from '../../../api/generated/schema';

/** All archetypes, in the order of the API. */
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
