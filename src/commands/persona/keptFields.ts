import { sql } from '@mikro-orm/core';
import { findOwnPersona } from '../../access/persona.js';
import type { Viewer } from '../../auth/tokens.js';
import type { KeptFields as Fields } from '../../characterCard/characterCard.js';
import type { Context } from '../../context.js';
import { Persona } from '../../entities/Persona.js';
import { KeptFields, keptFieldsJson } from '../../entities/persona/KeptFields.js';
import { notFound } from '../../errors.js';

/**
 * Replaces what is kept for the next character card of the viewer's persona.
 * @param kept null to keep nothing
 * @throws AppError NOT_FOUND if the persona was deleted in the meantime
 */
export async function replaceKeptFields(
  ctx: Context,
  viewer: Viewer,
  id: string,
  kept: Fields | null,
): Promise<Persona> {
  await ctx.em.fork().transactional(async (em) => {
    // Raising the revision locks the persona, so that of two changes at once one comes wholly before the other.
    const raised = await em.nativeUpdate(Persona, { id }, { revision: sql`revision + 1` });
    if (raised === 0) throw notFound();
    await em.nativeDelete(KeptFields, { persona: id });
    if (kept === null) return;
    const fields = keptFieldsJson.seal(em, id, JSON.stringify(kept));
    await em.createQueryBuilder(KeptFields).insert({ persona: id, fields }).execute();
  });
  const persona = await findOwnPersona(ctx, viewer, id);
  ctx.pubsub.publish('personaChanged', { id, revision: persona.revision });
  return persona;
}

/**
 * Deletes what was kept of the character card that the owner of a persona brought back. Idempotent.
 * @throws AppError NOT_FOUND, RATE_LIMITED
 */
export async function removeKeptFields(
  ctx: Context,
  viewer: Viewer,
  { personaId }: { personaId: string },
): Promise<Persona> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { id } = await findOwnPersona(ctx, viewer, personaId);
  return replaceKeptFields(ctx, viewer, id, null);
}
