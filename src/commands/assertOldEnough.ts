import type { Context, Viewer } from '../context.js';
import { ageStanding } from '../entities/ageStanding.js';
import { isToBeAsked } from '../entities/isToBeAsked.js';
import { User } from '../entities/User.js';
import { AppError, unauthenticated } from '../errors.js';

/**
 * Turns away whoever said to be too young to consent, until they did once old enough. Nobody is asked here: whoever was not asked yet passes.
 * @throws AppError FORBIDDEN; UNAUTHENTICATED when the account is gone
 */
export async function assertOldEnough({ em }: Context, { userId }: Viewer): Promise<void> {
  const { consent } = await em.findOneOrFail(User, userId, { failHandler: unauthenticated, refresh: true });
  if (ageStanding(consent) === 'TOO_YOUNG')
    throw new AppError(
      'FORBIDDEN',
      isToBeAsked(consent)
        ? 'You were too young when you were asked, and are not any more: consent first.'
        : 'You are too young to do this here. You can delete your account at any time.',
    );
}
