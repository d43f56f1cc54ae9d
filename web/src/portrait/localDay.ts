/** A day of the API (YYYY-MM-DD, no time of day) in the words of a language. It is the same day everywhere: no time zone moves it. */
export const localDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
