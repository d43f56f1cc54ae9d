import type { Consent } from './consent.js';
import { standingByAge } from './standingByAge.js';

/** Whether a person can be asked to consent: nobody did yet, or they were too young then and are not any more. */
export const isToBeAsked = (consent: Consent | null, today: Date = new Date()): boolean =>
  consent === null || (consent.version === null && standingByAge(consent, today) !== 'TOO_YOUNG');
