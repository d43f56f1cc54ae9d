import type { Locale } from '../mirror/questionnaire/locale.js';

/** What a person said when they were asked to consent. */
export interface Consent {
  /** Of the text that was consented to. Null of whoever was too young to: the age stands, and no birthday makes it a consent. */
  version: string | null;
  /** In which the text was read: it decides from what age on a consent can be given. */
  locale: Locale;
  /** A month, YYYY-MM: the day of a birthday is nobody's business. Nobody is ever answered this. */
  bornIn: string;
  /** A day. */
  givenOn: string;
}
