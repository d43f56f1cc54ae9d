import type { EntityManager } from '@mikro-orm/postgresql';
import type { Persona } from '../entities/Persona.js';
import type { PersonaType } from '../schema/PersonaType.js';
import { personaView } from './personaView.js';

/** What a watcher who has seen revision `after` must learn now: the state, and before it a failure that a retry has passed over. */
export async function personaStates(
  em: EntityManager,
  persona: Persona,
  after: number,
): Promise<PersonaType[]> {
  const now = await personaView(em, persona);
  const { failure } = persona;
  // On the first look there is nothing to have missed.
  if (after < 0 || failure === null || failure.revision <= after || failure.revision >= persona.revision)
    return [now];
  return [{ ...now, status: 'FAILED', revision: failure.revision, failure }, now];
}
