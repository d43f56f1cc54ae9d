import type { Relation } from '../graphql/generated/schema';

/** What a friend can be to somebody, in the order to offer it. */
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

/** Words that may be picked. */
export const MAX_WORDS = 5;

/** Characters of a line, as people count them: code points. */
export const MAX_LINE = 140;
