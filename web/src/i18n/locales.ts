export const locales = ['en', 'ko', 'ja'] as const;
export type Locale = (typeof locales)[number];

/** Each in its own words, as a language switch shows them. */
export const localeNames: Record<Locale, string> = { en: 'English', ko: '한국어', ja: '日本語' };

/** The API's name of a language. */
export const apiLocale = { en: 'EN', ko: 'KO', ja: 'JA' } as const satisfies Record<Locale, string>;

export const localeOfApi = { EN: 'en', KO: 'ko', JA: 'ja' } as const satisfies Record<string, Locale>;
