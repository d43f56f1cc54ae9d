import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ratingOf, ReleaseSum, releaseSums } from '../../entities/Response.js';
import { SCORING_VERSION } from '../../measurement/measure.js';
import { type ReleaseSums, sumReleases } from '../../measurement/release/measureReleased.js';

/**
 * The sums of a survey's releases up to one. Reads the answers of those releases only that no version was measured
 * from yet, and keeps their sums.
 */
export async function readReleaseSums(
  em: EntityManager,
  survey: string,
  until: number,
): Promise<ReleaseSums[]> {
  const sums: ReleaseSums[] = [];
  /** Ids of sums that were added up by other rules, by release. */
  const outdated = new Map<number, string>();
  for (const { id, release, sums: sealed } of await em.find(ReleaseSum, {
    survey,
    release: { $lte: until },
  })) {
    const { scoring, relations } = releaseSums.open(em, id, sealed);
    if (scoring === SCORING_VERSION) sums.push({ release, relations });
    else outdated.set(release, id);
  }
  const known = new Set(sums.map(({ release }) => release));
  for (let release = 1; release <= until; release += 1) {
    if (known.has(release)) continue;
    // One release at a time: the first version of a survey that has thousands of answers already reads them all.
    // Without entities, which would take longer than decrypting and adding up.
    const responses = await em.execute<Parameters<typeof ratingOf>[1][]>(
      `select id, relation, closeness, elapsed_ms as "elapsedMs", answers from response
       where survey_id = ? and release = ?`,
      [survey, release],
    );
    const [own] = sumReleases(responses.map((response) => ({ ...ratingOf(em, response), release })));
    if (own === undefined) continue;
    sums.push(own);
    const ids = responses.map(({ id }) => id);
    await em.fork().transactional((tx) => keep(tx, survey, own, ids, outdated.get(release)));
  }
  return sums;
}

/**
 * Keeps the sums of a release if these are still its answers. The answers are locked, so a withdrawal comes wholly
 * before, and then the sums are not kept, or wholly after, and deletes them. It waits for no lock, because a
 * withdrawal locks the answers in another order.
 */
async function keep(
  tx: EntityManager,
  survey: string,
  { release, relations }: ReleaseSums,
  ids: string[],
  outdated: string | undefined,
): Promise<void> {
  // The survey first, like its deletion, which would otherwise wait for the answers while this waits for the survey.
  const there = await tx.execute('select 1 from survey where id = ? for key share skip locked', [survey]);
  if (there.length === 0) return;
  const locked = await tx.execute<{ id: string }[]>(
    'select id from response where survey_id = ? and release = ? for share skip locked',
    [survey, release],
  );
  const still = new Set(locked.map(({ id }) => id));
  if (still.size !== ids.length || !ids.every((id) => still.has(id))) return;
  if (outdated !== undefined) await tx.nativeDelete(ReleaseSum, { id: outdated });
  const id = randomUUID();
  const sealed = releaseSums.seal(tx, id, { scoring: SCORING_VERSION, relations });
  await tx
    .createQueryBuilder(ReleaseSum)
    .insert({ id, survey, release, sums: sealed })
    .onConflict()
    .ignore()
    .execute();
}
