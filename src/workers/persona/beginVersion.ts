import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../../context.js';
import { dayOf } from '../../entities/day.js';
import { PersonaVersion, WAITING } from '../../entities/PersonaVersion.js';
import { lockPersona, updateVersion } from '../../entities/transitions/personaVersion.js';
import { type Queue, synthesizePersona } from '../../queue/jobs.js';
import { pauseBefore } from '../../queue/saga.js';

/** Counts a version that begins today, unless as many have begun as may. */
const COUNT = `update persona set begun_on = :today, begun = case when begun_on = :today then begun + 1 else 1 end
  where id = :persona and (begun_on is distinct from :today or begun < :most) returning 1`;

/**
 * Whether a version from friends' answers may begin, and with it the calls that are paid. As many begin on a day as
 * the settings allow. Then it waits for the next day, which its owner can see, and a newer release may overtake it.
 * @param here as for updateVersion
 */
export async function mayBegin(
  services: Services,
  version: PersonaVersion,
  here: Parameters<typeof updateVersion>[2],
): Promise<boolean> {
  const persona = version.persona.getEntity();
  if (persona.survey === null || version.measurement !== null) return true;
  const { mayBegin, change } = await services.orm.em.fork().transactional(async (em) => {
    await lockPersona(em, persona.id);
    // It may have been measured, withdrawn or retried since it was read. Then nothing is counted.
    if ((await em.count(PersonaVersion, { ...here, measurement: null })) === 0)
      return { mayBegin: true, change: null };
    const values = { persona: persona.id, today: dayOf(), most: services.dailyVersions };
    if ((await em.execute<unknown[]>(COUNT, values)).length > 0) return { mayBegin: true, change: null };
    const tomorrow = new Date(Date.parse(values.today) + 86_400_000);
    const waiting = {
      reason: 'This persona was renewed as often as it may be in one day.',
      attempt: 1,
      nextTryAt: tomorrow.toISOString(),
    };
    const change = await updateVersion(em, persona.id, here, { waiting });
    const seconds = Math.ceil((tomorrow.getTime() - Date.now()) / 1_000);
    if (change !== null)
      await services.queue.send(
        em,
        synthesizePersona,
        { versionId: here.id, generation: here.generation, begunAt: tomorrow.getTime() },
        seconds,
      );
    return { mayBegin: false, change };
  });
  if (change !== null) services.pubsub.publish('personaChanged', change);
  return mayBegin;
}

/** What follows when no text of a persona is being written any more, for `persona_version waiting`. */
export const isNext = `generation = ${WAITING} and not exists (select 1 from persona_version other
  where other.persona_id = waiting.persona_id and other.status = 'SYNTHESIZING' and other.generation > ${WAITING})`;

/**
 * Begins the version that waited for this persona's text, in the caller's transaction, which has locked the persona
 * and ended the writing.
 */
export async function beginWaitingVersion(em: EntityManager, queue: Queue, persona: string): Promise<void> {
  const [next] = await em.execute<{ id: string; number: number }[]>(
    `update persona_version waiting set generation = 1 where persona_id = ? and ${isNext} returning id, number`,
    [persona],
  );
  if (next !== undefined)
    await queue.send(em, synthesizePersona, { versionId: next.id, generation: 1 }, pauseBefore(next.number));
}
