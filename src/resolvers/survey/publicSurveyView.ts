import DataLoader from 'dataloader';
import { isOpaqueToken } from '../../access/identifiers.js';
import type { Services } from '../../context.js';
import { asksOpenQuestions, type Consent } from '../../entities/age.js';
import type { Survey } from '../../entities/Survey.js';
import { renderQuestionnaire } from '../../measurement/questionnaire/renderQuestionnaire.js';
import type { PublicSurveyType } from '../../schema/survey/types.js';

type PreparedRead = Services['preparedRead'];
type PublicColumns = Pick<Survey, 'slug' | 'ownerName' | 'locale' | 'status' | 'questionnaire'>;

/**
 * A survey as friends see it, identical for every caller. No open questions if the owner is a minor.
 * @param consent the owner's
 */
export function publicSurveyView(survey: PublicColumns, consent: Consent | null): PublicSurveyType {
  const { slug, ownerName, locale, status, questionnaire } = survey;
  return {
    slug,
    ownerName,
    locale,
    status,
    // Only where they are asked for: a friend who has answered needs none.
    get questions() {
      const questions = renderQuestionnaire(questionnaire, locale, ownerName);
      return questions.filter(({ kind }) => kind !== 'TEXT' || asksOpenQuestions(consent));
    },
  };
}

const bySlugs = {
  name: 'public_surveys_by_slug',
  text: `select slug, owner_name as "ownerName", locale, status, questionnaire, consent
    from survey join account on account.id = owner_id where slug = any($1)`,
};
const MAX_SLUGS = 100;

type Loader = DataLoader<string, PublicSurveyType | null>;

function createLoader(preparedRead: PreparedRead): Loader {
  const readAll = async (slugs: readonly string[]): Promise<(PublicSurveyType | null)[]> => {
    const wanted = [...new Set(slugs)];
    const rows = await preparedRead<PublicColumns & { consent: Consent | null }>(bySlugs, [wanted]);
    const views = new Map(rows.map((row) => [row.slug, publicSurveyView(row, row.consent)]));
    return slugs.map((slug) => views.get(slug) ?? null);
  };
  return new DataLoader(readAll, {
    cache: false,
    maxBatchSize: MAX_SLUGS,
    batchScheduleFn: (callback) => void setImmediate(callback),
  });
}

const loaders = new WeakMap<PreparedRead, Loader>();

/**
 * The survey with a slug as friends see it, never how many of them have answered. Null if there is none. Reads that
 * begin in the same turn of the event loop share one statement, also those of different requests, because it begins
 * after all of them. Nothing is kept.
 */
export async function readPublicSurvey(
  { preparedRead }: { preparedRead: PreparedRead },
  slug: string,
): Promise<PublicSurveyType | null> {
  if (!isOpaqueToken(slug)) return null;
  const loader = loaders.get(preparedRead) ?? createLoader(preparedRead);
  loaders.set(preparedRead, loader);
  return loader.load(slug);
}
