/** The languages that this product speaks, by their two letters. */
export const languages = ['en', 'ko', 'ja'] as const;
export type Language = (typeof languages)[number];

/**
 * The first language of a reader's that we speak.
 * @param wanted tags, or lists of them as Accept-Language has them, the most wanted first
 * @returns English where we speak none of them
 */
export function acceptedLanguage(...wanted: (string | undefined)[]): Language {
  const codes = wanted
    .flatMap((list) => (list ?? '').split(','))
    .map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return codes.flatMap((code) => languages.find((known) => known === code) ?? [])[0] ?? 'en';
}
