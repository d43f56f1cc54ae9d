import type { Locale } from '../../locale.js';

/** The language that a mirror speaks, and its level of politeness. */
export const chatLanguages: Record<Locale, string> = {
  EN: 'English',
  KO: 'Korean (해요체)',
  JA: 'Japanese (です・ます)',
};

/**
 * The language in which a persona is written, and how the text refers to the person. It goes into the data of
 * a prompt, because it contains the name.
 */
export const personaLanguage = ({ name, locale }: { name: string; locale: Locale }): string =>
  ({
    EN: 'English',
    KO: `Korean (해요체, the person is "${name}님")`,
    JA: `Japanese (です・ます, the person is "${name}さん")`,
  })[locale];

/**
 * Fences data as JSON for the user message of a prompt. Backticks and angle brackets inside strings are
 * escaped, so no text that people wrote can close the fence or look like markup. The meaning of the JSON does
 * not change.
 * @param indent 0 where every token counts
 */
export function fencedJson(data: unknown, indent: 0 | 1 = 1): string {
  const json = JSON.stringify(data, null, indent).replace(
    /[`<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `\`\`\`json\n${json}\n\`\`\``;
}
