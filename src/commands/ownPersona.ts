import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Persona } from '../entities/Persona.js';
import { notFound } from '../errors.js';

/** A persona of the viewer, freshly read. @throws AppError NOT_FOUND, also for another owner's persona */
export async function findOwnPersona(ctx: Context, viewer: Viewer, id: string): Promise<Persona> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const persona = await ctx.em.findOne(Persona, { id, owner: viewer.userId }, { refresh: true });
  if (persona === null) throw notFound();
  return persona;
}
