import type { Consent } from './consent.js';
import { standingByAge } from './standingByAge.js';

export const ageStandings = ['UNKNOWN', 'TOO_YOUNG', 'MINOR', 'ADULT'] as const;
export type AgeStanding = (typeof ageStandings)[number];

/**
 * What a person's age and consent allow on a day. A person who was too young to consent stays TOO_YOUNG after
 * a birthday, until they consent.
 * @param consent null until asked
 */
export function ageStanding(consent: Consent | null, today: Date = new Date()): AgeStanding {
  if (consent === null) return 'UNKNOWN';
  return consent.version === null ? 'TOO_YOUNG' : standingByAge(consent, today);
}
