import { ageStanding } from './ageStanding.js';
import type { Consent } from './consent.js';

/**
 * Whether friends are asked open questions about a person. Not for minors; people who were not asked their
 * age yet pass.
 */
export function asksOpenQuestions(consent: Consent | null): boolean {
  const ageStatus = ageStanding(consent);
  return ageStatus === 'ADULT' || ageStatus === 'UNKNOWN';
}
