import type { Viewer } from '../auth/tokens.js';
import type { Context } from '../context.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { mayBePublic } from '../entities/age.js';
import { Persona } from '../entities/Persona.js';
import { AppError, notFound } from '../errors.js';
import { assertUuid, isOpaqueToken } from './identifiers.js';

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

/**
 * The persona that is published under a slug, freshly read, so that it is gone for everyone as soon as its owner
 * unpublishes it. Also null if its owner has since stated an age at which it may not be public.
 */
export async function findPublishedPersona(em: EntityManager, slug: string): Promise<Persona | null> {
  if (!isOpaqueToken(slug)) return null;
  const published = { slug, publication: { $ne: null }, status: 'READY' as const, survey: { $ne: null } };
  const persona = await em.findOne(Persona, published, { populate: ['owner'], refresh: true });
  return persona !== null && mayBePublic(persona.owner.$.consent) ? persona : null;
}
