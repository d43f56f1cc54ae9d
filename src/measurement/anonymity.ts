/**
 * Fewest people behind a figure that may be shown, and fewest people by which two shown figures may differ.
 * Fewer would reveal what one or two of them answered.
 */
export const MIN_GROUP = 3;

/** Responses needed for a persona. Below it, nothing derived from an answer is readable by anyone. */
export const RESPONSE_THRESHOLD = MIN_GROUP;

/** A word that only one friend chose is not shown: it would reveal what one person answered. */
export const MIN_CHOOSERS = 2;
