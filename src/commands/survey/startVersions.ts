import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { dayOf } from '../../entities/day.js';
import { PersonaVersion, versionSelf } from '../../entities/PersonaVersion.js';
import { type PersonaChange, updatePersonaFromVersions } from '../../entities/transitions/personaVersion.js';
import type { Rating } from '../../measurement/answers.js';
import { type Queue, synthesizePersona } from '../../queue/jobs.js';
import { pauseBefore } from '../../queue/saga.js';

/** A release that gets a version. */
interface NewRelease {
  persona: string;
  number: number;
}

/**
 * Starts the versions of new releases in the caller's transaction, which has locked their personas. A release
 * overtakes one whose version is not begun: that version is made for the new release instead. (The condition stands
 * twice, because a version may be measured between its search and its lock.) While the text of an
 * earlier version is being written, the new one waits for it without a job (see WAITING).
 */
export async function startVersions(
  em: EntityManager,
  queue: Queue,
  releases: readonly NewRelease[],
): Promise<PersonaChange[]> {
  const begun = await em.execute<{ id: string; number: number }[]>(
    `with new as (select * from json_to_recordset(:releases::json) as new(id uuid, persona uuid, number int)),
       overtaken as (
         update persona_version set number = new.number, made_on = :today from new
         where persona_version.status = 'SYNTHESIZING' and persona_version.measurement is null and persona_version.id = (
           select id from persona_version where persona_id = new.persona and status = 'SYNTHESIZING' and measurement is null
           order by number desc limit 1)
         returning persona_id
       ), started as (
         insert into persona_version (id, persona_id, number, status, generation, made_on)
         select id, persona, number, 'SYNTHESIZING', case when exists (
             select 1 from persona_version where persona_id = persona and status = 'SYNTHESIZING') then 0 else 1 end, :today
         from new where persona not in (select persona_id from overtaken)
         returning id, number, generation
       )
     select id, number from started where generation > 0`,
    { releases: JSON.stringify(releases.map((one) => ({ ...one, id: randomUUID() }))), today: dayOf() },
  );
  for (const { id, number } of begun)
    await queue.send(em, synthesizePersona, { versionId: id, generation: 1 }, pauseBefore(number));
  const changes: PersonaChange[] = [];
  for (const { persona } of releases) changes.push(await changeOf(em, persona));
  return changes;
}

/** Starts a version of a practice persona from the owner's own answers, in the caller's transaction. */
export async function startPracticeVersion(
  em: EntityManager,
  queue: Queue,
  persona: string,
  { number, self }: { number: number; self: Rating },
): Promise<PersonaChange> {
  const id = randomUUID();
  const generation = 1;
  const sealed = versionSelf.seal(em, id, self);
  await em.insert(PersonaVersion, { id, persona, number, self: sealed, generation, madeOn: dayOf() });
  await queue.send(em, synthesizePersona, { versionId: id, generation });
  return changeOf(em, persona);
}

async function changeOf(em: EntityManager, persona: string): Promise<PersonaChange> {
  const personaChange = await updatePersonaFromVersions(em, persona);
  if (personaChange === null) throw new Error('The persona of a new version is missing.');
  return personaChange;
}
