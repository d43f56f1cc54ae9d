import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { followVersions } from '../entities/followVersions.js';
import { lockPersona } from '../entities/lockPersona.js';
import { Persona } from '../entities/Persona.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { AppError } from '../errors.js';
import { ownPersona } from './ownPersona.js';
import { parseInput } from './parseInput.js';

const input = z.object({ personaId: z.string(), number: z.number().int().nullish() });

/**
 * Chooses which version of the viewer's persona is shown; without a number it is the newest READY one, now and later.
 * @throws AppError NOT_FOUND; BAD_USER_INPUT for a version that there is not, or that is not READY; RATE_LIMITED
 */
export async function showVersion(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { personaId, number } = parseInput(input, raw);
  const { id } = await ownPersona(ctx, viewer, personaId);
  const moved = await ctx.em.fork().transactional(async (em) => {
    // A withdrawal that deletes the version comes wholly before this or wholly after it.
    await lockPersona(em, id);
    if (number !== null && number !== undefined) {
      const chosen = await em.count(PersonaVersion, { persona: id, number, status: 'READY' });
      if (chosen === 0)
        throw new AppError('BAD_USER_INPUT', 'number: there is no such version that is READY', {
          field: 'number',
        });
    }
    const choice = number == null ? { pinned: false } : { pinned: true, shown: number };
    await em.nativeUpdate(Persona, { id }, choice);
    return followVersions(em, id);
  });
  if (moved !== null) ctx.pubsub.publish('personaChanged', moved);
  return ownPersona(ctx, viewer, id);
}
