import { onMounted, readonly, ref } from 'vue';
import { anonymousClient } from '../../api/client';
import { dataOf, type Failure, failureOf } from '../../api/failure';
import { isDemoSignIn } from '../../api/signIn';
import { pageData } from '../../api/pageData';
import { randomToken } from '../../device/deviceToken';
import { DemoAnswersDocument } from './operations/generated/DemoAnswers';
import { DemoQuestionsDocument } from './operations/generated/DemoQuestions';
import { demoResponses } from './rules/demoFriends';
import type { OwnSurvey } from './useOwnSurvey';

/** Lets three invented friends answer a survey, in the demo only. They answer as strangers: without a sign-in. */
export function useDemoFriends(survey: () => OwnSurvey) {
  const isDemo = ref(pageData?.isDemo ?? false);
  const isBusy = ref(false);
  const failure = ref<Failure | null>(null);
  // A second attempt sends the same keys, so that no friend is counted twice.
  const clientKeys = [randomToken(), randomToken(), randomToken()];
  onMounted(async () => {
    if (pageData?.isDemo === undefined) isDemo.value = await isDemoSignIn();
  });

  async function answer(): Promise<void> {
    if (isBusy.value) return;
    isBusy.value = true;
    failure.value = null;
    try {
      const { slug, locale } = survey();
      const { questions } = dataOf(
        await anonymousClient.query(DemoQuestionsDocument, { slug }).toPromise(),
      ).survey;
      const questionIds = questions.map(({ id }) => id);
      for (const input of demoResponses({ slug, locale }, questionIds, clientKeys))
        dataOf(await anonymousClient.mutation(DemoAnswersDocument, { input }).toPromise());
    } catch (error) {
      failure.value = failureOf(error);
    } finally {
      isBusy.value = false;
    }
  }
  return { isDemo: readonly(isDemo), isBusy: readonly(isBusy), failure: readonly(failure), answer };
}
