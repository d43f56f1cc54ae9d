import { sql } from '@mikro-orm/core';
import { z } from 'zod';
import { findOwnPersona, findReadyPersona } from '../../access/persona.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { Persona } from '../../entities/Persona.js';
import { archetypes } from '../../measurement/archetypes.js';
import { changeConversation } from '../chat/changeConversation.js';
import { parseInput } from '../input.js';

const input = z.object({ personaId: z.string(), archetype: z.enum(archetypes).nullish() });

/**
 * Makes the viewer's persona speak in an archetype's voice, or in its own again. The measurement does not
 * change.
 * @throws AppError NOT_FOUND, PERSONA_NOT_READY, RATE_LIMITED
 */
export async function chooseVoice(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { personaId, archetype = null } = parseInput(input, raw);
  const { id } = await findReadyPersona(ctx, viewer, personaId);
  // Outside the conversation's transaction: a deletion locks the persona before its conversation, and the
  // reverse order could deadlock.
  await ctx.em.nativeUpdate(Persona, { id }, { voice: archetype, revision: sql`revision + 1` });
  // The conversation opens in the chosen voice.
  await changeConversation(ctx, id, () => Promise.resolve());
  const persona = await findOwnPersona(ctx, viewer, id);
  ctx.pubsub.publish('personaChanged', { id, revision: persona.revision });
  return persona;
}
