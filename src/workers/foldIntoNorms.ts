import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../context.js';
import { NormSum } from '../entities/NormSum.js';
import { Response } from '../entities/Response.js';
import type { Locale } from '../entities/Survey.js';
import { addToNormSums } from '../mirror/informantNorms/addToNormSums.js';
import { noSums } from '../mirror/informantNorms/normSums.js';
import { addToKindness } from '../mirror/insight/addToKindness.js';
import { noKindness } from '../mirror/insight/kindness.js';
import { measure } from '../mirror/measure.js';
import { norms } from '../mirror/norms.js';
import type { StepHandler } from '../queue/runJob.js';
import { readSelf } from './readSelf.js';

/**
 * Adds the released answers of a closed survey, whose owner consented, to the norms of its language: a person once and never
 * again, as one commit marks the survey and changes the sums.
 */
export const foldIntoNorms =
  (services: Services): StepHandler<{ surveyId: string }> =>
  async ({ surveyId }) => {
    await services.orm.em.fork().transactional(async (em) => {
      // Two surveys of one owner that close at once come one after the other.
      await em.execute(
        'select 1 from account where id = (select owner_id from survey where id = ?) for no key update',
        [surveyId],
      );
      const [survey] = await em.execute<{ locale: Locale; owner_id: string }[]>(
        `update survey set in_norms = true where id = ? and status = 'CLOSED' and norm_consent and releases > 0
           and not exists (select 1 from survey other where other.owner_id = survey.owner_id
             and other.locale = survey.locale and other.in_norms) returning locale, owner_id`,
        [surveyId],
      );
      if (survey === undefined) return;
      const ratings = await em.find(Response, { survey: surveyId, release: { $ne: null } });
      const self = await readSelf(em, survey.owner_id);
      const known = await lockedSums(em, survey.locale);
      const sums = addToNormSums(known.sums, ratings);
      const kindness =
        self === null ? known.kindness : addToKindness(known.kindness, self, measure(ratings, norms));
      await em.nativeUpdate(NormSum, { locale: survey.locale }, { sums, kindness });
    });
  };

/** A language's sums, held until the commit: two surveys that close at once must both be in them. */
async function lockedSums(em: EntityManager, locale: Locale): Promise<Pick<NormSum, 'sums' | 'kindness'>> {
  const none = { locale, sums: noSums, kindness: noKindness };
  await em.createQueryBuilder(NormSum).insert(none).onConflict().ignore().execute();
  await em.execute('select 1 from norm_sum where locale = ? for update', [locale]);
  return em.findOneOrFail(NormSum, { locale });
}
