import type { Locale } from '../../src/mirror/questionnaire/locale.js';
import type { Rating } from '../../src/mirror/rating.js';

/** A person and each friend's answers about them: one closed survey. */
export interface Cohort {
  locale: Locale;
  name: string;
  friends: Rating[];
}

/** One friend is held out, and the product shows nothing below three responses. */
export const LEAST_FRIENDS = 4;
