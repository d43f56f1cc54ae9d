import { ageStatus, canAskForConsent, type Consent } from '../../entities/age.js';
import type { User } from '../../entities/User.js';
import type { ConsentType, UserType } from '../../schema/account/types.js';

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
