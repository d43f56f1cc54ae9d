import type { AgeStatus } from './ageStanding.js';
import type { Consent } from './consent.js';
import type { Locale } from '../mirror/questionnaire/locale.js';

/** Minimum age for consent: 14 in Korea (PIPA), and 16 as the strictest of the others (GDPR, art. 8). */
const youngest: Record<Locale, number> = { KO: 14, EN: 16, JA: 16 };
const OF_AGE = 18;

const months = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/**
 * What an age alone allows on a day. The day of birth is unknown, so a birthday counts from the following
 * month and a person is never treated as older than they are.
 */
export function ageStatusByAge(
  { bornIn, locale }: Pick<Consent, 'bornIn' | 'locale'>,
  today: Date = new Date(),
): Exclude<AgeStatus, 'UNKNOWN'> {
  const age = Math.floor((months(today.toISOString()) - months(bornIn) - 1) / 12);
  if (age < youngest[locale]) return 'TOO_YOUNG';
  return age < OF_AGE ? 'MINOR' : 'ADULT';
}
