import type { Locale } from '../mirror/evidencePack.js';

/** The locale for a language name as prompts write it, in English. */
export function localeOf(language: string): Locale {
  if (language.startsWith('Korean')) return 'KO';
  return language.startsWith('Japanese') ? 'JA' : 'EN';
}
