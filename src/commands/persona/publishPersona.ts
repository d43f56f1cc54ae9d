import { sql } from '@mikro-orm/core';
import { z } from 'zod';
import { findOwnPersona, findReadyPersona } from '../../access/persona.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { mayBePublic } from '../../entities/age.js';
import { Persona, type Publication } from '../../entities/Persona.js';
import { User } from '../../entities/User.js';
import { AppError, unauthenticated } from '../../errors.js';
import { parseInput } from '../input.js';

const input = z.object({ personaId: z.string(), searchable: z.boolean().nullish() });

/**
 * Makes the viewer's persona public: anyone with its link sees the version that is shown. Repeating the call
 * changes only whether search engines may list it.
 * @throws AppError NOT_FOUND; FORBIDDEN for a practice persona or an owner under 18; PERSONA_NOT_READY;
 *   RATE_LIMITED
 */
export async function publishPersona(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { personaId, searchable } = parseInput(input, raw);
  const { id, survey } = await findOwnPersona(ctx, viewer, personaId);
  if (survey === null)
    throw new AppError(
      'FORBIDDEN',
      'A practice persona shows only your own answers and cannot be published.',
    );
  const ofViewer = { failHandler: unauthenticated, refresh: true };
  const { consent } = await ctx.em.findOneOrFail(User, viewer.userId, ofViewer);
  if (!mayBePublic(consent)) throw new AppError('FORBIDDEN', 'You can publish a persona from the age of 18.');
  return change(ctx, viewer, { id, status: 'READY' }, searchable === true ? 'SEARCHABLE' : 'UNLISTED');
}

/**
 * Makes the viewer's persona private again. Idempotent. Copies in caches expire within a minute.
 * @throws AppError NOT_FOUND, RATE_LIMITED
 */
export async function unpublishPersona(ctx: Context, viewer: Viewer, personaId: string): Promise<Persona> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { id } = await findOwnPersona(ctx, viewer, personaId);
  return change(ctx, viewer, { id }, null);
}

/** @param where the viewer's persona, in the state in which it may be changed */
async function change(
  ctx: Context,
  viewer: Viewer,
  where: { id: string; status?: 'READY' },
  publication: Publication | null,
): Promise<Persona> {
  const owned = { ...where, owner: viewer.userId };
  await ctx.em.nativeUpdate(Persona, owned, { publication, revision: sql`revision + 1` });
  // Throws if the update found nothing to change.
  const persona = await (where.status ? findReadyPersona : findOwnPersona)(ctx, viewer, where.id);
  ctx.pubsub.publish('personaChanged', { id: persona.id, revision: persona.revision });
  return persona;
}
