import type { EntityManager } from '@mikro-orm/postgresql';
import type { Persona } from './Persona.js';
import { PersonaVersion } from './PersonaVersion.js';
import { toldVersions, type VisibleVersion } from './toldVersions.js';

/** The version of a persona that is shown, read afresh, as it may be told; null until one is READY. */
export async function shownVersion(em: EntityManager, persona: Persona): Promise<VisibleVersion | null> {
  if (persona.shown === null) return null;
  const { id, shown } = persona;
  const version = await em.findOne(PersonaVersion, { persona: id, number: shown }, { refresh: true });
  if (version === null) return null;
  const [told = null] = await toldVersions(em, id, [version]);
  return told;
}
