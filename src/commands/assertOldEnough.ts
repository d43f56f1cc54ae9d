import type { Context, Viewer } from '../context.js';
import { ageStatus } from '../entities/ageStanding.js';
import { canAskForConsent } from '../entities/isToBeAsked.js';
import { User } from '../entities/User.js';
import { AppError, unauthenticated } from '../errors.js';

/**
 * Rejects viewers who stated that they are too young to consent, until they consent when old enough. Viewers
 * who were not asked yet pass.
 * @throws AppError FORBIDDEN; UNAUTHENTICATED if the account was deleted
 */
export async function assertOldEnough({ em }: Context, { userId }: Viewer): Promise<void> {
  const { consent } = await em.findOneOrFail(User, userId, { failHandler: unauthenticated, refresh: true });
  if (ageStatus(consent) === 'TOO_YOUNG')
    throw new AppError(
      'FORBIDDEN',
      canAskForConsent(consent)
        ? 'You are old enough to consent now. Give your consent first.'
        : 'You are too young to do this here. You can delete your account at any time.',
    );
}
