import type { Locale } from '../mirror/questionnaire/locale.js';

/** A person's answer to the request for consent. */
export interface Consent {
  /**
   * Version of the consent text. Null if the user was too young to consent. A later birthday does not turn
   * this into consent.
   */
  version: string | null;
  /** Language in which the text was read. It determines the minimum age for consent. */
  locale: Locale;
  /** A month, YYYY-MM. The day is not asked, and the API never returns this value. */
  bornIn: string;
  /** A day. */
  givenOn: string;
}
