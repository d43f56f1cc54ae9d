import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../context.js';
import { NormSum } from '../entities/NormSum.js';
import { ratingOf, Response } from '../entities/Response.js';
import type { Locale } from '../locale.js';
import { addToNormSums, emptyNormSums } from '../measurement/informantNorms/normSums.js';
import { emptyLeniencyBias } from '../measurement/insight/leniencyBias.js';
import { addToLeniencyBias } from '../measurement/insight/selfView.js';
import { measure } from '../measurement/measure.js';
import { norms } from '../measurement/norms.js';
import type { StepHandler } from '../queue/jobs.js';
import { readSelfAnswers } from './persona/material.js';

/**
 * Adds the released answers of a closed survey to the norms of its language, if the owner consented. Each
 * person is added at most once per language, also with several surveys, because one commit marks the person
 * and changes the sums.
 */
export const addSurveyToNorms =
  (services: Services): StepHandler<{ surveyId: string }> =>
  async ({ surveyId }) => {
    await services.orm.em.fork().transactional(async (em) => {
      const [survey] = await em.execute<{ locale: Locale; owner_id: string }[]>(
        `update account set in_norms = array_append(in_norms, survey.locale) from survey
         where survey.id = ? and account.id = survey.owner_id and survey.status = 'CLOSED' and survey.norm_consent
           and survey.releases > 0 and not (survey.locale = any(account.in_norms))
         returning survey.locale, survey.owner_id`,
        [surveyId],
      );
      if (survey === undefined) return;
      const responses = await em.find(Response, { survey: surveyId, release: { $ne: null } });
      const ratings = responses.map((response) => ratingOf(em, response));
      const self = await readSelfAnswers(em, survey.owner_id);
      const known = await lockNormSums(em, survey.locale);
      const sums = addToNormSums(known.sums, ratings);
      const leniencyBias =
        self === null
          ? known.leniencyBias
          : addToLeniencyBias(known.leniencyBias, self, measure(ratings, norms));
      await em.nativeUpdate(NormSum, { locale: survey.locale }, { sums, leniencyBias });
    });
  };

/** A language's sums, locked until the commit, so that two surveys that close at once are both added. */
async function lockNormSums(
  em: EntityManager,
  locale: Locale,
): Promise<Pick<NormSum, 'sums' | 'leniencyBias'>> {
  const none = { locale, sums: emptyNormSums, leniencyBias: emptyLeniencyBias };
  await em.createQueryBuilder(NormSum).insert(none).onConflict().ignore().execute();
  await em.execute('select 1 from norm_sum where locale = ? for update', [locale]);
  return em.findOneOrFail(NormSum, { locale });
}
