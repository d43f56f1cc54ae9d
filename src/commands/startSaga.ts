import type { EntityManager } from '@mikro-orm/postgresql';
import { synthesizePersona } from '../queue/jobs.js';
import type { Queue } from '../queue/queue.js';

/** Which persona moved, and to which revision: what its watchers are told after the commit. */
export interface PersonaMoved {
  id: string;
  revision: number;
}

/**
 * Starts the making of a survey's persona, in the caller's transaction, unless it is under way or done.
 * @returns null if there was nothing to start
 */
export async function startSaga(
  em: EntityManager,
  queue: Queue,
  surveyId: string,
): Promise<PersonaMoved | null> {
  const [persona] = await em.execute<(PersonaMoved & { generation: number })[]>(
    `update persona set status = 'SYNTHESIZING', generation = generation + 1, revision = revision + 1
     where survey_id = ? and status = 'PENDING' returning id, revision, generation`,
    [surveyId],
  );
  if (persona === undefined) return null;
  await queue.send(em, synthesizePersona, { personaId: persona.id, generation: persona.generation });
  return { id: persona.id, revision: persona.revision };
}
