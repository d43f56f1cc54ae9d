import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { followVersions, type PersonaMoved } from '../entities/followVersions.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import type { Rating } from '../mirror/rating.js';
import { synthesizePersona } from '../queue/jobs.js';
import type { Queue } from '../queue/queue.js';

/** Starts a version of a persona: row, job and the persona's state, in the caller's transaction. */
export async function startVersion(
  em: EntityManager,
  queue: Queue,
  persona: string,
  version: { number: number; self?: Rating },
): Promise<PersonaMoved> {
  const id = randomUUID();
  const generation = 1;
  const madeOn = new Date().toISOString().slice(0, 10);
  await em.insert(PersonaVersion, { id, persona, ...version, generation, madeOn });
  await queue.send(em, synthesizePersona, { versionId: id, generation });
  const moved = await followVersions(em, persona);
  if (moved === null) throw new Error('A persona is gone that has versions.');
  return moved;
}
