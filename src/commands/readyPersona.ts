import type { Context, Viewer } from '../context.js';
import type { Persona } from '../entities/Persona.js';
import { AppError } from '../errors.js';
import { findOwnPersona } from './ownPersona.js';

/**
 * A persona of the viewer that is READY.
 * @throws AppError NOT_FOUND, also for another owner's persona; PERSONA_NOT_READY
 */
export async function findReadyPersona(ctx: Context, viewer: Viewer, id: string): Promise<Persona> {
  const persona = await findOwnPersona(ctx, viewer, id);
  if (persona.status !== 'READY') throw new AppError('PERSONA_NOT_READY', 'The persona is not READY yet.');
  return persona;
}
