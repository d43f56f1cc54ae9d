import { findOwnPersona } from '../../access/persona.js';
import { assertOldEnough } from '../../access/viewer.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import type { Persona } from '../../entities/Persona.js';
import { PersonaVersion } from '../../entities/PersonaVersion.js';
import { updateVersion } from '../../entities/transitions/personaVersion.js';
import { AppError } from '../../errors.js';
import { personaSaga } from '../../queue/saga.js';

/**
 * Resumes the newest failed version of the viewer's persona at the failed step. Without a failed version it
 * changes nothing, so a double click retries once.
 * @throws AppError NOT_FOUND; FORBIDDEN if the failure is not retryable or the viewer is too young;
 *   RATE_LIMITED
 */
export async function retryPersona(ctx: Context, viewer: Viewer, personaId: string): Promise<Persona> {
  await assertOldEnough(ctx, viewer);
  await findOwnPersona(ctx, viewer, personaId);
  const version = await ctx.em.findOne(
    PersonaVersion,
    { persona: personaId, status: 'FAILED' },
    { orderBy: { number: 'desc' } },
  );
  // Read again, because another click may have retried it in the meantime.
  if (version?.failure == null) return findOwnPersona(ctx, viewer, personaId);
  if (!version.failure.retryable)
    throw new AppError('FORBIDDEN', 'This failure cannot be retried. See `failure` for the reason.');
  const { step } = version.failure;
  await ctx.limits.take('retry', viewer.userId, ctx.address);
  await ctx.budget.assertLeft(ctx.em, viewer.userId);
  const { id, generation } = version;
  const personaChange = await ctx.em.fork().transactional(async (em) => {
    const again = { status: step, generation: generation + 1, failure: null };
    const now = await updateVersion(em, personaId, { id, generation, status: 'FAILED' }, again);
    if (now !== null)
      await ctx.queue.send(em, personaSaga[step], { versionId: id, generation: generation + 1 });
    return now;
  });
  if (personaChange !== null) ctx.pubsub.publish('personaChanged', personaChange);
  return findOwnPersona(ctx, viewer, personaId);
}
