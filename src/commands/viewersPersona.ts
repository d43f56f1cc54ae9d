import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Persona } from '../entities/Persona.js';
import { notFound } from '../errors.js';

/** A persona of the viewer with its survey, read afresh. @throws AppError NOT_FOUND, also for another's */
export async function viewersPersona(ctx: Context, viewer: Viewer, id: string): Promise<Persona> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const mine = { id, survey: { owner: viewer.userId } };
  const persona = await ctx.em.findOne(Persona, mine, { refresh: true, populate: ['survey'] });
  if (persona === null) throw notFound();
  return persona;
}
