import type { Locale } from '../../../src/locale.js';
import type { EvidencePack } from '../../../src/measurement/evidence.js';

const fence = /```json\n([\s\S]*?)\n```/;

/**
 * The fenced JSON document of a prompt.
 * @returns null if there is none
 * @throws SyntaxError if it is not JSON
 */
export function fencedIn(text: string): unknown {
  const json = fence.exec(text)?.[1];
  return json === undefined ? null : JSON.parse(json);
}

/** The evidence in a prompt's document, or null if there is none. */
export function evidenceIn(text: string): EvidencePack | null {
  const data = fencedIn(text) as (Partial<EvidencePack> & { language?: string }) | null;
  if (data?.subject === undefined || !Array.isArray(data.traits) || !Array.isArray(data.words)) return null;
  const subject = { ...data.subject, locale: localeOf(data.language ?? 'English') };
  return { ...(data as EvidencePack), subject };
}

/** The locale for a language name as prompts write it, in English. */
export function localeOf(language: string): Locale {
  if (language.startsWith('Korean')) return 'KO';
  return language.startsWith('Japanese') ? 'JA' : 'EN';
}
