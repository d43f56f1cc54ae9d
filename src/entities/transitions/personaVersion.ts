import type { EntityData } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { personaStatuses } from '../Persona.js';
import { PersonaVersion, type VersionStatus, writtenInSql } from '../PersonaVersion.js';

/**
 * Locks a persona's row until the transaction ends. Always lock it before its versions, conversation and
 * comparisons: a different order can deadlock.
 */
export async function lockPersona(em: EntityManager, id: string): Promise<void> {
  await em.execute('select 1 from persona where id = ? for no key update', [id]);
}

/** A changed persona and its new revision, to be published after the commit. */
export interface PersonaChange {
  id: string;
  revision: number;
}

/**
 * Updates a persona after versions were added, changed or deleted in the same transaction. Its status is that
 * of the most advanced version, and it shows the newest READY one unless the owner chose another. A READY
 * persona therefore stays READY whatever happens to later versions. Until one is READY, it shows the first
 * one whose text is written. Withdrawals that leave too few answers end its publication: the owner decides
 * again about the persona that further answers make.
 * @returns null if the persona does not exist
 */
export async function updatePersonaFromVersions(
  em: EntityManager,
  personaId: string,
): Promise<PersonaChange | null> {
  // Locked in a statement of its own, so that two versions that change at once see each other's commit.
  await lockPersona(em, personaId);
  const [personaChange] = await em.execute<PersonaChange[]>(
    `with own as (select number, status, failure, waiting, ${writtenInSql} as written
         from persona_version where persona_id = :id),
       state as (select
         coalesce((select status from own order by array_position(array[:statuses], status) limit 1), 'PENDING') as status,
         coalesce((select max(number) from own where status = 'READY'),
           (select min(number) from own where written)) as newest,
         (select failure from own where status = 'FAILED' order by number desc limit 1) as failure)
     update persona set revision = revision + 1, status = state.status,
       pinned = pinned and exists (select 1 from own where number = shown and status = 'READY'),
       shown = case when pinned and exists (select 1 from own where number = shown and status = 'READY')
         then shown else state.newest end,
       failure = case when state.status = 'FAILED'
         then state.failure || jsonb_build_object('revision', revision + 1) else persona.failure end,
       waiting = (select waiting from own
         where own.status = state.status and waiting is not null order by number limit 1),
       publication = case when state.status = 'READY' then publication end
     from state where id = :id returning id, revision`,
    { id: personaId, statuses: [...personaStatuses] },
  );
  return personaChange ?? null;
}

/**
 * The state in which a saga step found the version. The step writes only while the version is still in it.
 */
interface VersionStep {
  id: string;
  generation: number;
  status: VersionStatus;
}

/**
 * Updates a version and its persona in the caller's transaction. The version waits no longer, unless the change
 * says so.
 * @returns null, without a change, if the version is no longer in the expected state or is deleted
 */
export async function updateVersion(
  em: EntityManager,
  personaId: string,
  here: VersionStep,
  change: EntityData<PersonaVersion>,
): Promise<PersonaChange | null> {
  await lockPersona(em, personaId);
  const rows = await em.nativeUpdate(PersonaVersion, { ...here }, { waiting: null, ...change });
  return rows === 0 ? null : updatePersonaFromVersions(em, personaId);
}
