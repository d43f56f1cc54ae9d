const DAY_MS = 86_400_000;

/**
 * A day as people name it: today, yesterday, or its date, in the reader's time zone.
 * @param at ISO 8601
 */
export function dayName(at: string, locale: string, now: Date = new Date()): string {
  const day = new Date(at);
  // Rounded, because days on which the clocks change are longer or shorter.
  const ago = Math.round((startOf(now) - startOf(day)) / DAY_MS);
  return ago === 0 || ago === 1
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day')
    : new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(day);
}

/**
 * Whether a message was written on another day than the previous one, in the reader's time zone. Both times
 * are ISO 8601.
 */
export const isOtherDay = (before: string | undefined, now: string): boolean =>
  before === undefined || new Date(before).toDateString() !== new Date(now).toDateString();

/** The first moment of a day. */
const startOf = (day: Date): number => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
