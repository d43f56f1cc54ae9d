import type { EntityManager } from '@mikro-orm/postgresql';
import { updatePersonaFromVersions, type PersonaChange } from '../entities/followVersions.js';
import { lockPersona } from '../entities/lockPersona.js';
import { Persona } from '../entities/Persona.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { RESPONSE_THRESHOLD } from '../entities/Survey.js';
import type { Queue } from '../queue/queue.js';
import { releaseAnswers } from './releaseAnswers.js';

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
 * from the next version on.
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
    "select coalesce(max(number), 0) as shown from persona_version where persona_id = ? and status = 'READY'",
    [persona.id],
  );
  // If the response was shown, older unfinished versions go too, because they can no longer be measured.
  const since = release === null || release <= shown ? 1 : release;
  const unmade = isOver ? {} : { number: { $gte: since }, status: { $ne: 'READY' as const } };
  const deleted = await em.nativeDelete(PersonaVersion, { persona: persona.id, ...unmade });
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
  const personaChange = deleted > 0 ? await updatePersonaFromVersions(em, persona.id) : null;
  return (await releaseAnswers(em, queue, { id: surveyId, ...survey })) ?? personaChange;
}
