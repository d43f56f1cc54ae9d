export const archetypes = [
  'PROTECTOR',
  'SAGE',
  'REBEL',
  'ARTIST',
  'CAREGIVER',
  'MYSTIC',
  'LEADER',
  'TRICKSTER',
] as const;

export type Archetype = (typeof archetypes)[number];
