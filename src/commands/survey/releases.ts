import type { EntityManager } from '@mikro-orm/postgresql';
import { Persona } from '../../entities/Persona.js';
import { writtenInSql } from '../../entities/PersonaVersion.js';
import {
  lockPersona,
  type PersonaChange,
  updatePersonaFromVersions,
} from '../../entities/transitions/personaVersion.js';
import { RESPONSE_THRESHOLD } from '../../measurement/anonymity.js';
import { releaseSize } from '../../measurement/release/schedule.js';
import type { Queue } from '../../queue/jobs.js';
import { startVersions } from './startVersions.js';

/** A survey after its answers changed, in the transaction that locks it. */
export interface SurveyProgress {
  id: string;
  revision: number;
  /** Number of the newest release. */
  releases: number;
  /** Answers in no release. */
  unreleased: number;
  /** All answers. */
  responseCount: number;
}

/** Answers that become a release: those at these positions among the unreleased ones of a survey, from 1. */
interface DueRelease {
  survey: string;
  number: number;
  first: number;
  last: number;
}

/**
 * Releases the answers that are due, at 3, 6, 10, 15, 21 … in total, and starts a version of each persona for
 * its newest release. Runs in the caller's transaction, which has locked the surveys. A release always adds at
 * least three answers, so that no readable result changes by one or two answers. If several are due at once, the
 * earlier ones have no version, but they remain the groups in which answers may be told apart.
 * @returns the changed personas
 */
export async function releaseAnswers(
  em: EntityManager,
  queue: Queue,
  surveys: readonly SurveyProgress[],
): Promise<PersonaChange[]> {
  const due = surveys.flatMap(dueReleases);
  if (due.length === 0) return [];
  // If there are more answers than a release needs, their random ids decide which are released first.
  await em.execute(
    `with due as (select * from json_to_recordset(:due::json) as due(survey uuid, number int, first int, last int)),
       answer as (
         select id, survey_id, row_number() over (partition by survey_id order by id) as position
         from response where release is null and survey_id in (select survey from due)
       ), released as (
         update response set release = due.number from answer join due on due.survey = answer.survey_id
           and position between due.first and due.last where response.id = answer.id
       )
     update survey set releases = newest.number, unreleased = unreleased - newest.last
     from (select survey, max(number) as number, max(last) as last from due group by survey) as newest
     where id = newest.survey`,
    { due: JSON.stringify(due) },
  );
  const newest = new Map(due.map(({ survey, number }) => [survey, number]));
  const personas = await em.execute<{ id: string; survey: string }[]>(
    'select id, survey_id as survey from persona where survey_id in (:surveys) order by id for no key update',
    { surveys: [...newest.keys()] },
  );
  return startVersions(
    em,
    queue,
    personas.map(({ id, survey }) => ({ persona: id, number: newest.get(survey) ?? 0 })),
  );
}

function dueReleases({ id: survey, releases, unreleased, responseCount }: SurveyProgress): DueRelease[] {
  const due: DueRelease[] = [];
  for (let number = releases, taken = 0; ;) {
    const size = releaseSize(number, responseCount - unreleased + taken);
    if (unreleased - taken < size) return due;
    number += 1;
    due.push({ survey, number, first: taken + 1, last: taken + size });
    taken += size;
  }
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
  const [survey] = await em.execute<SurveyProgress[]>(
    `with kept as (select coalesce(max(number), 0) as number from persona_version where persona_id = :persona),
       back as (update response set release = null from kept
         where survey_id = :survey and release > kept.number returning 1)
     update survey set releases = kept.number,
       unreleased = :remaining - (select count(*) from response where survey_id = :survey and release <= kept.number),
       withdrawn_from = case when :isOver then 0 when :release <= kept.number then kept.number else withdrawn_from end,
       restarted = restarted or (:isOver and :wasShown)
     from kept where id = :survey
     returning id, revision, releases, unreleased, response_count as "responseCount"`,
    { persona: persona.id, survey: surveyId, remaining, release, isOver, wasShown: shown > 0 },
  );
  if (survey === undefined) throw new Error('The locked survey is missing.');
  await em.execute('delete from release_sum where survey_id = ? and (release = ? or release > ?)', [
    surveyId,
    release,
    survey.releases,
  ]);
  const personaChange = deleted.length > 0 ? await updatePersonaFromVersions(em, persona.id) : null;
  const [released] = await releaseAnswers(em, queue, [survey]);
  return released ?? personaChange;
}
