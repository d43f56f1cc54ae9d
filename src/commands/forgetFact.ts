import type { Context, Viewer } from '../context.js';
import { Fact } from '../entities/Fact.js';
import type { Persona } from '../entities/Persona.js';
import { changeConversation } from './changeConversation.js';
import { findOwnFact } from './ownFact.js';

/** Deletes a remembered fact. @throws AppError NOT_FOUND, also if it is already deleted */
export async function forgetFact(ctx: Context, viewer: Viewer, factId: string): Promise<Persona> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { persona } = await findOwnFact(ctx, viewer, factId);
  await changeConversation(ctx, persona.id, (em) => em.nativeDelete(Fact, { id: factId }));
  return persona;
}
