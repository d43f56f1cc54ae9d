import type { Persona } from '../entities/Persona.js';
import type { PersonaType } from '../schema/PersonaType.js';
import { personaView } from './personaView.js';

/** What a watcher who has seen revision `after` must learn now: the state, and before it a failure that a retry has passed over. */
export function personaStates(persona: Persona, after: number): PersonaType[] {
  const now = personaView(persona);
  const { failure } = persona;
  // On the first look there is nothing to have missed.
  if (after < 0 || failure === null || failure.revision <= after || failure.revision >= persona.revision)
    return [now];
  return [{ ...now, status: 'FAILED', revision: failure.revision, failure }, now];
}
