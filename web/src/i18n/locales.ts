export const locales = ['en', 'ko', 'ja'] as const;
export type Locale = (typeof locales)[number];

/** The name of each language in that language, for language switches. */
export const localeNames: Record<Locale, string> = { en: 'English', ko: '한국어', ja: '日本語' };

/** The `Locale` enum values of the API. */
export const localeToApi = { en: 'EN', ko: 'KO', ja: 'JA' } as const satisfies Record<Locale, string>;

export const localeFromApi = { EN: 'en', KO: 'ko', JA: 'ja' } as const satisfies Record<string, Locale>;

/**
 * A day of the API (YYYY-MM-DD), formatted for a locale. In UTC, so that no time zone shifts it to another
 * day.
 */
export const formatDay = (day: string, locale: string, dateStyle: 'medium' | 'long' = 'medium'): string =>
  new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
