import type { Locale } from './Survey.js';

/** What a person consented to, once. */
export interface Consent {
  /** Of the text. */
  version: string;
  /** In which it was read: it decides from what age on it can be given. */
  locale: Locale;
  /** A month, YYYY-MM: the day of a birthday is nobody's business. Nobody is ever answered this. */
  bornIn: string;
  /** A day. */
  givenOn: string;
}
