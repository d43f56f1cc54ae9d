/** The maximum length of a message, in code points. */
export const LONGEST = 4_000;
