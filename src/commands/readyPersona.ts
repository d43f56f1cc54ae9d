import type { Context, Viewer } from '../context.js';
import type { Persona } from '../entities/Persona.js';
import { AppError } from '../errors.js';
import { ownPersona } from './ownPersona.js';

/**
 * A persona of the viewer that can speak.
 * @throws AppError NOT_FOUND, also for another's; PERSONA_NOT_READY
 */
export async function readyPersona(ctx: Context, viewer: Viewer, id: string): Promise<Persona> {
  const persona = await ownPersona(ctx, viewer, id);
  if (persona.status !== 'READY')
    throw new AppError('PERSONA_NOT_READY', 'The persona can do this once it is READY.');
  return persona;
}
