import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Persona } from '../entities/Persona.js';
import { AppError, notFound } from '../errors.js';

/**
 * A persona of the viewer that can speak.
 * @throws AppError NOT_FOUND, also for another's; PERSONA_NOT_READY
 */
export async function readyPersona(ctx: Context, viewer: Viewer, id: string): Promise<Persona> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const mine = { id, survey: { owner: viewer.userId } };
  const persona = await ctx.em.findOne(Persona, mine, { refresh: true, populate: ['survey'] });
  if (persona === null) throw notFound();
  if (persona.status !== 'READY')
    throw new AppError('PERSONA_NOT_READY', 'The mirror can talk once its persona is READY.');
  return persona;
}
