import type { EntityManager } from '@mikro-orm/postgresql';
import type { Persona } from '../entities/Persona.js';
import type { PersonaType } from '../schema/PersonaType.js';
import { personaView } from './personaView.js';

/**
 * The states to send to a subscriber who has seen revision `after`: the current one, preceded by a failure
 * that has been retried since, because FAILED must never be skipped.
 */
export async function personaStatesSince(
  em: EntityManager,
  persona: Persona,
  after: number,
): Promise<PersonaType[]> {
  const now = await personaView(em, persona);
  const { failure } = persona;
  // A new subscriber has missed nothing.
  if (after < 0 || failure === null || failure.revision <= after || failure.revision >= persona.revision)
    return [now];
  return [{ ...now, status: 'FAILED', revision: failure.revision, failure }, now];
}
