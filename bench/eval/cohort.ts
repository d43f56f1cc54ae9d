import type { Locale } from '../../src/mirror/questionnaire/locale.js';
import type { Rating } from '../../src/mirror/rating.js';

/** A person and what each friend answered about them: one closed survey. */
export interface Cohort {
  locale: Locale;
  name: string;
  friends: Rating[];
}

/** Somebody is held out, and the product says nothing below three answers. */
export const LEAST_FRIENDS = 4;
