import type { EntityManager } from '@mikro-orm/postgresql';
import type { Persona } from './Persona.js';
import { PersonaVersion } from './PersonaVersion.js';
import { visibleVersions, type VisibleVersion } from './toldVersions.js';

/** The shown version of a persona without hidden quotes, freshly read. Null until one is READY. */
export async function shownVersion(em: EntityManager, persona: Persona): Promise<VisibleVersion | null> {
  if (persona.shown === null) return null;
  const { id, shown } = persona;
  const version = await em.findOne(PersonaVersion, { persona: id, number: shown }, { refresh: true });
  if (version === null) return null;
  const [visible = null] = await visibleVersions(em, id, [version]);
  return visible;
}
