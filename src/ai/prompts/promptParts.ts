import type { Locale } from '../../locale.js';
import type { EvidencePack } from '../../measurement/evidence.js';

/** The language that a mirror speaks, and its level of politeness. */
export const chatLanguages: Record<Locale, string> = {
  EN: 'English',
  KO: 'Korean (해요체)',
  JA: 'Japanese (です・ます)',
};

/**
 * The language in which a persona is written, and how the text refers to the person. Contains the name, so it
 * belongs into the data of a prompt.
 */
export function personaLanguage({ name, locale }: { name: string; locale: Locale }): string {
  if (locale === 'KO') return `Korean (해요체, the person is "${name}님")`;
  return locale === 'JA' ? `Japanese (です・ます, the person is "${name}さん")` : 'English';
}

/** The evidence as a prompt contains it: without the locale, and with a count of friends for each word. */
export function promptEvidence(pack: EvidencePack) {
  const { basis, friends, confidence, archetype, runnerUp, traits, quotes } = pack;
  const countOf = ({ share, count = Math.round(share * friends) }: EvidencePack['words'][number]) =>
    basis === 'SELF' ? undefined : count;
  return {
    subject: { name: pack.subject.name },
    basis,
    friends,
    confidence,
    archetype,
    runnerUp,
    traits,
    words: pack.words.map((one) => ({ id: one.id, word: one.word, count: countOf(one) })),
    quotes,
  };
}

/**
 * Fences data as JSON for the user message of a prompt. Backticks and angle brackets inside strings are
 * escaped, so no text that people wrote can close the fence or look like markup. The meaning of the JSON does
 * not change. Indentation would add a quarter to the tokens.
 */
export function fencedJson(data: unknown): string {
  const json = JSON.stringify(data).replace(
    /[`<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `\`\`\`json\n${json}\n\`\`\``;
}
