import type { Locale } from '../../mirror/evidencePack.js';

/** The language that a mirror speaks, and its level of politeness. */
export const chatLanguages: Record<Locale, string> = {
  EN: 'English',
  KO: 'Korean (해요체)',
  JA: 'Japanese (です・ます)',
};
