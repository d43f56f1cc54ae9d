import { ageStanding } from './ageStanding.js';
import type { Consent } from './consent.js';

/** Whether friends may be asked to write about a person: not about anybody who is not of age. Whoever was not asked yet passes. */
export function asksOpenQuestions(consent: Consent | null): boolean {
  const standing = ageStanding(consent);
  return standing === 'ADULT' || standing === 'UNKNOWN';
}
