/** Whether a message was written on another day than the one before it, as its reader's clock counts. ISO 8601. */
export const isOtherDay = (before: string | undefined, now: string): boolean =>
  before === undefined || new Date(before).toDateString() !== new Date(now).toDateString();
