/** The languages that this product speaks, by their two letters. */
export const languages = ['en', 'ko', 'ja'] as const;
export type Language = (typeof languages)[number];

/**
 * The first language of a reader's that we speak.
 * @param wanted tags, or lists of them as Accept-Language has them with their weights, the most wanted first
 * @returns English where we speak none of them
 */
export function acceptedLanguage(...wanted: (string | undefined)[]): Language {
  const codes = wanted.flatMap((list) => codesIn(list ?? ''));
  return codes.flatMap((code) => languages.find((known) => known === code) ?? [])[0] ?? 'en';
}

/** The languages of a list without their regions, the most wanted first; those that are not wanted at all are left out. */
const codesIn = (list: string): string[] =>
  list
    .split(',')
    .map((one) => {
      const [tag = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length) ?? '1';
      return { code: tag.split('-')[0] ?? '', weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ code }) => code);
