/** Code points that a message may have. */
export const LONGEST = 4_000;
