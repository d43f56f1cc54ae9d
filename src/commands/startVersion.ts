import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { updatePersonaFromVersions, type PersonaChange } from '../entities/followVersions.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import type { Rating } from '../mirror/rating.js';
import { synthesizePersona } from '../queue/jobs.js';
import type { Queue } from '../queue/queue.js';

/** Starts a persona version in the caller's transaction: inserts it, sends its job, updates the persona. */
export async function startVersion(
  em: EntityManager,
  queue: Queue,
  persona: string,
  version: { number: number; self?: Rating },
): Promise<PersonaChange> {
  const id = randomUUID();
  const generation = 1;
  const madeOn = new Date().toISOString().slice(0, 10);
  await em.insert(PersonaVersion, { id, persona, ...version, generation, madeOn });
  await queue.send(em, synthesizePersona, { versionId: id, generation });
  const personaChange = await updatePersonaFromVersions(em, persona);
  if (personaChange === null) throw new Error('The persona of a new version is missing.');
  return personaChange;
}
