import type { Locale } from '../../mirror/evidencePack.js';

/** The language in which a persona is written, and how the text refers to the person. */
export const personaLanguages: Record<Locale, string> = {
  EN: 'English',
  KO: 'Korean (해요체, the person is "{name}님")',
  JA: 'Japanese (です・ます, the person is "{name}さん")',
};
