import type { Viewer } from '../auth/tokens.js';
import type { Context } from '../context.js';
import { Persona } from '../entities/Persona.js';
import { AppError, notFound } from '../errors.js';
import { assertUuid } from './identifiers.js';

/** A persona of the viewer, freshly read. @throws AppError NOT_FOUND, also for another owner's persona */
export async function findOwnPersona(ctx: Context, viewer: Viewer, id: string): Promise<Persona> {
  assertUuid(id);
  const persona = await ctx.em.findOne(Persona, { id, owner: viewer.userId }, { refresh: true });
  if (persona === null) throw notFound();
  return persona;
}

/**
 * A persona of the viewer that is READY.
 * @throws AppError NOT_FOUND, also for another owner's persona; PERSONA_NOT_READY
 */
export async function findReadyPersona(ctx: Context, viewer: Viewer, id: string): Promise<Persona> {
  const persona = await findOwnPersona(ctx, viewer, id);
  if (persona.status !== 'READY') throw new AppError('PERSONA_NOT_READY', 'The persona is not READY yet.');
  return persona;
}
