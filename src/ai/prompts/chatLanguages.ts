import type { Locale } from '../../mirror/evidencePack.js';

/** The language a mirror speaks, and how politely. */
export const chatLanguages: Record<Locale, string> = {
  EN: 'English',
  KO: 'Korean (해요체)',
  JA: 'Japanese (です・ます)',
};
