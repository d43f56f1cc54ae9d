import { z } from 'zod';
import { findOwnPersona } from '../../access/persona.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { Persona } from '../../entities/Persona.js';
import { PersonaVersion } from '../../entities/PersonaVersion.js';
import { lockPersona, updatePersonaFromVersions } from '../../entities/transitions/personaVersion.js';
import { AppError } from '../../errors.js';
import { parseInput } from '../input.js';

const input = z.object({ personaId: z.string(), number: z.number().int().nullish() });

/**
 * Chooses which version of the viewer's persona is shown. Without a number it is always the newest READY one.
 * @throws AppError NOT_FOUND; BAD_USER_INPUT unless the version is READY; RATE_LIMITED
 */
export async function showVersion(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { personaId, number } = parseInput(input, raw);
  const { id } = await findOwnPersona(ctx, viewer, personaId);
  const personaChange = await ctx.em.fork().transactional(async (em) => {
    // Serializes this with a withdrawal, which may delete the version.
    await lockPersona(em, id);
    if (number !== null && number !== undefined) {
      const chosen = await em.count(PersonaVersion, { persona: id, number, status: 'READY' });
      if (chosen === 0)
        throw new AppError('BAD_USER_INPUT', 'number: no READY version has this number', {
          field: 'number',
        });
    }
    const choice = number == null ? { pinned: false } : { pinned: true, shown: number };
    await em.nativeUpdate(Persona, { id }, choice);
    return updatePersonaFromVersions(em, id);
  });
  if (personaChange !== null) ctx.pubsub.publish('personaChanged', personaChange);
  return findOwnPersona(ctx, viewer, id);
}
