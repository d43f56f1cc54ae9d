/**
 * A day of the API (YYYY-MM-DD), formatted for a locale. In UTC, so that no time zone shifts it to another
 * day.
 */
export const formatDay = (day: string, locale: string, dateStyle: 'medium' | 'long' = 'medium'): string =>
  new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
