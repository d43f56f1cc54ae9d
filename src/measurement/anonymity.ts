/**
 * Fewest people behind a figure that may be shown, and fewest people by which two shown figures may differ.
 * Fewer would reveal what one or two of them answered.
 */
export const MIN_GROUP = 3;

/** A word that only one friend chose is not shown: it would reveal what one person answered. */
export const MIN_CHOOSERS = 2;
