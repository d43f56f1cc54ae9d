import type { Viewer } from '../auth/tokens.js';
import type { Context } from '../context.js';
import { ageStatus, canAskForConsent } from '../entities/age.js';
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

/** The viewer, for fields that require sign-in. @throws AppError UNAUTHENTICATED */
export function requireViewer(ctx: Context): Viewer {
  if (ctx.viewer === null) throw unauthenticated();
  return ctx.viewer;
}
