import { ageStatus } from './ageStanding.js';
import type { Consent } from './consent.js';

/** Whether friends are asked open questions about a person: not about a minor. An unknown age passes. */
export function asksOpenQuestions(consent: Consent | null): boolean {
  const status = ageStatus(consent);
  return status === 'ADULT' || status === 'UNKNOWN';
}
