import type { Relation } from '../api/generated/schema';

/** How a friend can be related to the owner, in the order of the form. */
export const relations = [
  'FRIEND',
  'FAMILY',
  'PARTNER',
  'CLASSMATE',
  'COLLEAGUE',
  'OTHER',
] as const satisfies readonly Relation[];

/** 1: a little, 4: very well. */
export const closenesses = [1, 2, 3, 4] as const;

/** Most words that a friend may choose. */
export const MAX_WORDS = 5;

/** Most characters of a free-text answer, counted in code points. */
export const MAX_TEXT_LENGTH = 140;
