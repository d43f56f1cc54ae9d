/**
 * How long a test waits for a fact, in milliseconds. A limit exists only to end a hang: a machine that is
 * busy with other work must never reach it, so every wait of the suite uses this one.
 */
export const PATIENCE_MS = 120_000;

/** The limit of one test or hook, longer than any single wait, so that the wait can name the missing fact. */
export const TEST_LIMIT_MS = 300_000;
