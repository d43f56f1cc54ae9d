/** The maximum length of a message, in code points. */
export const MAX_MESSAGE_LENGTH = 4_000;
