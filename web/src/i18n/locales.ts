export const locales = ['en', 'ko', 'ja'] as const;
export type Locale = (typeof locales)[number];

/** The name of each language in that language, for language switches. */
export const localeNames: Record<Locale, string> = { en: 'English', ko: '한국어', ja: '日本語' };

/** The `Locale` enum values of the API. */
export const localeToApi = { en: 'EN', ko: 'KO', ja: 'JA' } as const satisfies Record<Locale, string>;

export const localeFromApi = { EN: 'en', KO: 'ko', JA: 'ja' } as const satisfies Record<string, Locale>;
