/** The supported languages, as ISO 639-1 codes. */
export const languages = ['en', 'ko', 'ja'] as const;
export type Language = (typeof languages)[number];

/**
 * Chooses the supported language that a reader prefers.
 * @param wanted language tags or values of Accept-Language, most preferred first
 * @returns English if none of them is supported
 */
export function acceptedLanguage(...wanted: (string | undefined)[]): Language {
  const codes = wanted.flatMap((list) => codesIn(list ?? ''));
  return codes.flatMap((code) => languages.find((supported) => supported === code) ?? [])[0] ?? 'en';
}

/**
 * The language codes of a list without their regions, most preferred first. Omits those with a weight of 0.
 */
const codesIn = (list: string): string[] =>
  list
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length) ?? '1';
      return { code: tag.split('-')[0] ?? '', weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ code }) => code);
