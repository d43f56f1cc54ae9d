import type { Consent } from './consent.js';
import { ageStatusByAge } from './standingByAge.js';

/** Whether a person can be asked to consent: they were not asked yet, or were too young and no longer are. */
export const canAskForConsent = (consent: Consent | null, today: Date = new Date()): boolean =>
  consent === null || (consent.version === null && ageStatusByAge(consent, today) !== 'TOO_YOUNG');
