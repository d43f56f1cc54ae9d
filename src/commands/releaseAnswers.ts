import type { EntityManager } from '@mikro-orm/postgresql';
import type { PersonaMoved } from '../entities/followVersions.js';
import { Persona } from '../entities/Persona.js';
import { answersUntilRelease } from '../mirror/release/answersUntilRelease.js';
import { dueRelease } from '../mirror/release/dueRelease.js';
import type { Queue } from '../queue/queue.js';
import { startVersion } from './startVersion.js';

/** How far a survey's answers are out. */
export interface Released {
  id: string;
  releases: number;
  unreleased: number;
}

/**
 * Releases as many answers as are due, at 3, 6, 10, 15, 21 …, and starts a version of the persona for each release, all in
 * the caller's transaction, which holds the survey's row. What was released stays together: what anyone can read changes
 * by three answers or more, or not at all.
 * @returns null if nothing is due
 */
export async function releaseAnswers(
  em: EntityManager,
  queue: Queue,
  { id, releases, unreleased }: Released,
): Promise<PersonaMoved | null> {
  if (!dueRelease(releases, unreleased)) return null;
  const persona = await em.findOneOrFail(Persona, { survey: id }, { fields: ['id'] });
  const size = answersUntilRelease(releases, 0);
  const number = releases + 1;
  // Of more than are due, which ones come first is left to their random ids.
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
  const moved = await startVersion(em, queue, persona.id, { number });
  return (await releaseAnswers(em, queue, { id, releases: number, unreleased: unreleased - size })) ?? moved;
}
