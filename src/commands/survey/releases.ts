import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { dayOf } from '../../entities/day.js';
import { Persona } from '../../entities/Persona.js';
import { PersonaVersion, versionSelf, writtenInSql } from '../../entities/PersonaVersion.js';
import {
  lockPersona,
  type PersonaChange,
  updatePersonaFromVersions,
} from '../../entities/transitions/personaVersion.js';
import { RESPONSE_THRESHOLD } from '../../measurement/anonymity.js';
import type { Rating } from '../../measurement/answers.js';
import { answersUntilRelease, isReleaseDue } from '../../measurement/release/schedule.js';
import { type Queue, synthesizePersona } from '../../queue/jobs.js';

/** How many of a survey's answers are released. */
interface ReleaseProgress {
  id: string;
  releases: number;
  unreleased: number;
}

/**
 * Releases the answers that are due, at 3, 6, 10, 15, 21 … in total, and starts a version of the persona for
 * each release. Runs in the caller's transaction, which has locked the survey. A release always adds at least
 * three answers, so that no readable result changes by one or two answers.
 * @returns null if no release is due
 */
export async function releaseAnswers(
  em: EntityManager,
  queue: Queue,
  { id, releases, unreleased }: ReleaseProgress,
): Promise<PersonaChange | null> {
  if (!isReleaseDue(releases, unreleased)) return null;
  const persona = await em.findOneOrFail(Persona, { survey: id }, { fields: ['id'] });
  const size = answersUntilRelease(releases, 0);
  const number = releases + 1;
  // If there are more answers than the release needs, their random ids decide which are released first.
  await em.execute(
    `update response set release = ? where id in
       (select id from response where survey_id = ? and release is null order by id limit ?)`,
    [number, id, size],
  );
  await em.execute('update survey set releases = ?, unreleased = unreleased - ? where id = ?', [
    number,
    size,
    id,
  ]);
  const personaChange = await startVersion(em, queue, persona.id, { number });
  return (
    (await releaseAnswers(em, queue, { id, releases: number, unreleased: unreleased - size })) ??
    personaChange
  );
}

/** Starts a persona version in the caller's transaction: inserts it, sends its job, updates the persona. */
export async function startVersion(
  em: EntityManager,
  queue: Queue,
  persona: string,
  { number, self }: { number: number; self?: Rating },
): Promise<PersonaChange> {
  const id = randomUUID();
  const generation = 1;
  const madeOn = dayOf();
  const sealed = self && versionSelf.seal(em, id, self);
  await em.insert(PersonaVersion, { id, persona, number, self: sealed, generation, madeOn });
  await queue.send(em, synthesizePersona, { versionId: id, generation });
  const personaChange = await updatePersonaFromVersions(em, persona);
  if (personaChange === null) throw new Error('The persona of a new version is missing.');
  return personaChange;
}

/** A response that was just deleted, and how many its survey has left. */
interface Withdrawn {
  surveyId: string;
  remaining: number;
  /** The release it belonged to; null if it was in none. */
  release: number | null;
}

/**
 * Rolls back versions that were or are being made with a deleted response, in the caller's transaction, which
 * has locked the survey. Below the threshold all versions are deleted. Otherwise only versions that were not
 * shown yet are deleted and made again without the response; shown versions stay, and the response is missing
 * from the next version on. A version is shown once its text is written.
 * @returns null if the persona did not change
 */
export async function rollbackRelease(
  em: EntityManager,
  queue: Queue,
  { surveyId, remaining, release }: Withdrawn,
): Promise<PersonaChange | null> {
  const isOver = remaining < RESPONSE_THRESHOLD;
  if (release === null && !isOver) {
    await em.execute('update survey set unreleased = unreleased - 1 where id = ?', [surveyId]);
    return null;
  }
  const persona = await em.findOneOrFail(Persona, { survey: surveyId }, { fields: ['id'] });
  await lockPersona(em, persona.id);
  const [{ shown } = { shown: 0 }] = await em.execute<{ shown: number }[]>(
    `select coalesce(max(number), 0) as shown from persona_version where persona_id = ? and ${writtenInSql}`,
    [persona.id],
  );
  // If the response was shown, older unfinished versions go too, because they can no longer be measured.
  const since = release === null || release <= shown ? 1 : release;
  const deleted = await em.execute<{ id: string }[]>(
    `delete from persona_version where persona_id = :persona
       and (:isOver or (number >= :since and not ${writtenInSql})) returning id`,
    { persona: persona.id, isOver, since },
  );
  const [survey] = await em.execute<{ releases: number; unreleased: number }[]>(
    `with kept as (select coalesce(max(number), 0) as number from persona_version where persona_id = :persona),
       back as (update response set release = null from kept
         where survey_id = :survey and release > kept.number returning 1)
     update survey set releases = kept.number,
       unreleased = :remaining - (select count(*) from response where survey_id = :survey and release <= kept.number),
       withdrawn_from = case when :isOver then 0 when :release <= kept.number then kept.number else withdrawn_from end,
       restarted = restarted or (:isOver and :wasShown)
     from kept where id = :survey returning releases, unreleased`,
    { persona: persona.id, survey: surveyId, remaining, release, isOver, wasShown: shown > 0 },
  );
  if (survey === undefined) throw new Error('The locked survey is missing.');
  const personaChange = deleted.length > 0 ? await updatePersonaFromVersions(em, persona.id) : null;
  return (await releaseAnswers(em, queue, { id: surveyId, ...survey })) ?? personaChange;
}
