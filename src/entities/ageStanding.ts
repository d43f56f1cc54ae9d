import type { Consent } from './consent.js';
import { ageStatusByAge } from './standingByAge.js';

export const ageStatuses = ['UNKNOWN', 'TOO_YOUNG', 'MINOR', 'ADULT'] as const;
export type AgeStatus = (typeof ageStatuses)[number];

/**
 * What a person's age and consent allow on a day. A person who was too young to consent stays TOO_YOUNG after
 * a birthday, until they consent.
 * @param consent null until asked
 */
export function ageStatus(consent: Consent | null, today: Date = new Date()): AgeStatus {
  if (consent === null) return 'UNKNOWN';
  return consent.version === null ? 'TOO_YOUNG' : ageStatusByAge(consent, today);
}
