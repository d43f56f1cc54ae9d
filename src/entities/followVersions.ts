import type { EntityManager } from '@mikro-orm/postgresql';
import { lockPersona } from './lockPersona.js';
import { personaStatuses } from './Persona.js';

/** Which persona moved, and to which revision: what its watchers are told after the commit. */
export interface PersonaMoved {
  id: string;
  revision: number;
}

/**
 * Brings a persona in line with its versions, after some of them came, moved or went, in the same transaction: it is as far
 * as the furthest of them, and shows the newest READY one unless its owner chose another. So it stays READY once it is,
 * whatever becomes of later versions.
 * @returns null when there is no such persona
 */
export async function followVersions(em: EntityManager, personaId: string): Promise<PersonaMoved | null> {
  // The row first, by itself: two versions that move at once must see each other, and one statement would not.
  await lockPersona(em, personaId);
  const [moved] = await em.execute<PersonaMoved[]>(
    `with own as (select number, status, failure from persona_version where persona_id = :id),
       state as (select
         coalesce((select status from own order by array_position(array[:statuses], status) limit 1), 'PENDING') as status,
         (select max(number) from own where status = 'READY') as newest,
         (select failure from own where status = 'FAILED' order by number desc limit 1) as failure)
     update persona set revision = revision + 1, status = state.status,
       pinned = pinned and exists (select 1 from own where number = shown and status = 'READY'),
       shown = case when pinned and exists (select 1 from own where number = shown and status = 'READY')
         then shown else state.newest end,
       failure = case when state.status = 'FAILED'
         then state.failure || jsonb_build_object('revision', revision + 1) else persona.failure end
     from state where id = :id returning id, revision`,
    { id: personaId, statuses: [...personaStatuses] },
  );
  return moved ?? null;
}
