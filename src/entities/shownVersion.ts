import type { EntityManager } from '@mikro-orm/postgresql';
import type { Persona } from './Persona.js';
import { PersonaVersion } from './PersonaVersion.js';

/** The version of a persona that is shown, read afresh; null until one is READY. */
export async function shownVersion(em: EntityManager, persona: Persona): Promise<PersonaVersion | null> {
  if (persona.shown === null) return null;
  return em.findOne(PersonaVersion, { persona: persona.id, number: persona.shown }, { refresh: true });
}
