import type { Consent } from './consent.js';
import type { Locale } from './Survey.js';

export const ageStandings = ['UNKNOWN', 'TOO_YOUNG', 'MINOR', 'ADULT'] as const;
export type AgeStanding = (typeof ageStandings)[number];

/** From this age on people consent for themselves: 14 in Korea (PIPA), and 16 as the strictest of the others (GDPR, art. 8). */
const youngest: Record<Locale, number> = { KO: 14, EN: 16, JA: 16 };
const OF_AGE = 18;

const months = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/**
 * What the age of a person allows on a day. The day of birth is not known: a birthday counts from the month after, so nobody
 * counts as older than they are.
 * @param consent null until given
 */
export function ageStanding(consent: Consent | null, today: Date = new Date()): AgeStanding {
  if (consent === null) return 'UNKNOWN';
  const age = Math.floor((months(today.toISOString()) - months(consent.bornIn) - 1) / 12);
  if (age < youngest[consent.locale]) return 'TOO_YOUNG';
  return age < OF_AGE ? 'MINOR' : 'ADULT';
}
