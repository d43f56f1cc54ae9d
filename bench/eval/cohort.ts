import type { Locale } from '../../src/locale.js';
import type { Rating } from '../../src/measurement/answers.js';

/** A person and each friend's answers about them: one closed survey. */
export interface Cohort {
  locale: Locale;
  name: string;
  friends: Rating[];
}

/** One friend is held out, and the product shows nothing below three responses. */
export const LEAST_FRIENDS = 4;
