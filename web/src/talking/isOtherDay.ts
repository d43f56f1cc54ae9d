/**
 * Whether a message was written on another day than the previous one, in the reader's time zone. Both times
 * are ISO 8601.
 */
export const isOtherDay = (before: string | undefined, now: string): boolean =>
  before === undefined || new Date(before).toDateString() !== new Date(now).toDateString();
