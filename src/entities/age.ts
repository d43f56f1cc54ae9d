import type { Locale } from '../locale.js';

/** A person's answer to the request for consent. */
export interface Consent {
  /**
   * Version of the consent text. Null if the user was too young to consent. A later birthday does not turn
   * this into consent.
   */
  version: string | null;
  /** Language in which the text was read. It determines the minimum age for consent. */
  locale: Locale;
  /** A month, YYYY-MM. The day is not asked, and the API never returns this value. */
  bornIn: string;
  /** A day. */
  givenOn: string;
}

export type AgeStatus = 'UNKNOWN' | 'TOO_YOUNG' | 'MINOR' | 'ADULT';

/** Minimum age for consent: 14 in Korea (PIPA), and 16 as the strictest of the others (GDPR, art. 8). */
const youngest: Record<Locale, number> = { KO: 14, EN: 16, JA: 16 };

const OF_AGE = 18;

const months = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/**
 * What a person's age and consent allow on a day. A person who was too young to consent stays TOO_YOUNG after
 * a birthday, until they consent.
 * @param consent null until asked
 */
export function ageStatus(consent: Consent | null, today: Date = new Date()): AgeStatus {
  if (consent === null) return 'UNKNOWN';
  return consent.version === null ? 'TOO_YOUNG' : ageStatusByAge(consent, today);
}

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

/** Whether a person can be asked to consent: they were not asked yet, or were too young and no longer are. */
export const canAskForConsent = (consent: Consent | null, today: Date = new Date()): boolean =>
  consent === null || (consent.version === null && ageStatusByAge(consent, today) !== 'TOO_YOUNG');

/** Whether a person's persona may be public: not a minor's. An unknown age passes, until it is stated. */
export const mayBePublic = (consent: Consent | null): boolean => asksOpenQuestions(consent);

/** Whether friends are asked open questions about a person: not about a minor. An unknown age passes. */
export function asksOpenQuestions(consent: Consent | null): boolean {
  const status = ageStatus(consent);
  return status === 'ADULT' || status === 'UNKNOWN';
}
