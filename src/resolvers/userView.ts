import { ageStanding } from '../entities/ageStanding.js';
import type { User } from '../entities/User.js';
import type { UserType } from '../schema/UserType.js';

/** A person as they read themselves: of the age no more than what it allows. */
export function userView({ id, displayName, email, consent }: User): UserType {
  const given =
    consent === null ? null : { version: consent.version, locale: consent.locale, givenOn: consent.givenOn };
  return { id, displayName, email, ageStanding: ageStanding(consent), consent: given };
}
