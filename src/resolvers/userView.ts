import { ageStatus } from '../entities/ageStanding.js';
import type { Consent } from '../entities/consent.js';
import { canAskForConsent } from '../entities/isToBeAsked.js';
import type { User } from '../entities/User.js';
import type { ConsentType, UserType } from '../schema/UserType.js';

/** A user, as they see themselves. Of the age it reveals only what it allows. */
export function userView({ id, displayName, email, consent }: User): UserType {
  return {
    id,
    displayName,
    email,
    ageStanding: canAskForConsent(consent) ? 'UNKNOWN' : ageStatus(consent),
    consent: consentView(consent),
  };
}

function consentView(consent: Consent | null): ConsentType | null {
  if (consent === null || consent.version === null) return null;
  const { version, locale, givenOn } = consent;
  return { version, locale, givenOn };
}
