import type { EntityManager } from '@mikro-orm/postgresql';
import type { PersonaChange } from '../entities/followVersions.js';
import { Persona } from '../entities/Persona.js';
import { answersUntilRelease } from '../mirror/release/answersUntilRelease.js';
import { isReleaseDue } from '../mirror/release/dueRelease.js';
import type { Queue } from '../queue/queue.js';
import { startVersion } from './startVersion.js';

/** How many of a survey's answers are released. */
export interface ReleaseProgress {
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
