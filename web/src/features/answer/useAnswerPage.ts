import { computed, onMounted, ref, watch } from 'vue';
import { useRouter } from 'vue-router';
import { session } from '../../api/session';
import { loadClient } from '../../api/loadClient';
import { usePublicData } from '../../api/usePublicData';
import { deviceToken } from '../../device/deviceToken';
import { useSurveyLocale } from '../../i18n/useSurveyLocale';
import { answerInputs } from '../../questionnaire/answers';
import { useQuestionnaire } from '../../questionnaire/useQuestionnaire';
import { OwnSlugsDocument } from './operations/generated/OwnSlugs';
import { PublicSurveyDocument } from './operations/generated/PublicSurvey';
import { surveyState } from './rules/surveyState';
import { useResponseDelivery } from './useResponseDelivery';
import { useStopReport } from './useStopReport';

/** Answering a friend's survey, from opening the link to getting the receipt. */
export function useAnswerPage(slug: string) {
  const router = useRouter();
  const { data, state: loadState, failure, reload } = usePublicData(PublicSurveyDocument, slug);
  const survey = computed(() => data.value?.survey);
  const { isSettled } = useSurveyLocale(() => survey.value?.locale);
  const ownSurveyId = useOwnSurveyId(slug);
  const delivery = useResponseDelivery(slug);
  const wasAnswered = delivery.receipt.value !== null;
  const questions = () => survey.value?.questions;
  const questionnaire = useQuestionnaire({ of: () => slug, questions, isAboutFriend: true, onEnd: send });

  function send(): void {
    const [draft, loaded] = [questionnaire.draft.value, survey.value];
    if (draft === null || loaded === undefined) return;
    const { clientKey, elapsedMs, given } = draft;
    const relation = { relation: given['RELATION']?.relation, closeness: given['CLOSENESS']?.scale };
    const answers = answerInputs(questionnaire.steps.value, draft);
    const input = { slug, clientKey, fingerprint: deviceToken(), ...relation, elapsedMs, answers };
    void delivery.send({ state: 'waiting', input, ownerName: loaded.ownerName, locale: loaded.locale });
  }
  useStopReport(slug, () =>
    delivery.receipt.value === null && delivery.pendingResponse.value === null
      ? questionnaire.step.value
      : undefined,
  );
  const page = computed(() =>
    surveyState({
      pending: delivery.pendingResponse.value,
      isSending: delivery.isSending.value,
      receipt: delivery.receipt.value && (wasAnswered ? 'stored' : 'fresh'),
      failureCode: loadState.value === 'failed' ? failure.value?.code : undefined,
      status: isSettled.value ? survey.value?.status : undefined,
      isOwn: ownSurveyId.value !== undefined,
      place: questionnaire.place.value.at,
    }),
  );
  // Loaded while the first question is read, so that answers can be sent. If that fails, sending tries again.
  watch(
    () => page.value.state === 'step',
    (isAnswering) => {
      if (isAnswering) void loadClient().catch(() => undefined);
    },
    { immediate: true },
  );
  // Whichever tab sent the response.
  watch(delivery.receipt, (receipt, before) => {
    if (receipt !== null && before === null) void router.replace(`/s/${slug}/thanks`);
  });

  return {
    state: computed(() => page.value.state),
    /** Why the survey cannot be answered, in state `stopped`. */
    why: computed(() => page.value.why),
    name: computed(() => delivery.receipt.value?.ownerName ?? survey.value?.ownerName),
    survey,
    failure,
    reload,
    /** The survey's id, if it is about the viewer. */
    own: ownSurveyId,
    delivery,
    questionnaire,
  };
}

/**
 * The id of a survey if it is about the viewer, so that they learn it before twenty questions and not after.
 */
function useOwnSurveyId(slug: string) {
  const own = ref<string>();
  onMounted(async () => {
    if (!session.isSignedIn.value) return;
    const client = await loadClient().catch(() => undefined);
    const answer = await client?.query(OwnSlugsDocument, {}).toPromise();
    own.value = answer?.data?.viewer.surveys.edges.find(({ node }) => node.slug === slug)?.node.id;
  });
  return computed(() => (session.isSignedIn.value ? own.value : undefined));
}
