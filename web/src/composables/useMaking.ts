import { computed, nextTick, ref, watch } from 'vue';
import { makingSteps } from '../components/making/makingSteps';
import { PersonaMakingDocument } from '../graphql/generated/PersonaMaking';
import { RetryPersonaDocument } from '../graphql/generated/RetryPersona';
import { SurveyProgressedDocument } from '../graphql/generated/SurveyProgressed';
import { useAction } from './useAction';
import { useLive } from './useLive';

/** The making of a persona as it happens. @param onReady called once it is there, also when it already was */
export function useMaking(personaId: () => string, onReady: () => void) {
  const isPaused = ref(false);
  const live = useLive(
    PersonaMakingDocument,
    () => ({ personaId: personaId() }),
    undefined,
    () => isPaused.value,
  );
  const retrying = useAction(RetryPersonaDocument);

  const persona = computed(() => live.data.value?.personaChanged);
  const surveyId = computed(() => persona.value?.survey?.id ?? '');
  const isWaiting = computed(() => persona.value?.status === 'PENDING' && surveyId.value !== '');
  // A persona says nothing while its friends are counted: its survey does.
  const counted = useLive(
    SurveyProgressedDocument,
    () => ({ surveyId: surveyId.value }),
    undefined,
    () => !isWaiting.value,
  );
  const answers = computed(() => {
    const known = persona.value?.survey?.responseCount ?? 0;
    return Math.max(known, counted.data.value?.surveyProgressed.responseCount ?? 0);
  });

  watch(
    () => persona.value?.status,
    (status) => {
      if (status === 'READY') onReady();
    },
    { immediate: true },
  );
  return {
    persona,
    failure: live.failure,
    /** Asks the server once more to tell how it goes. */
    async follow(): Promise<void> {
      isPaused.value = true;
      await nextTick();
      isPaused.value = false;
    },
    answers,
    missing: computed(() => Math.max(0, (persona.value?.survey?.threshold ?? 0) - answers.value)),
    steps: computed(() =>
      persona.value === undefined ? [] : makingSteps(persona.value.status, persona.value.failure?.step),
    ),
    retrying,
    retry: () => retrying.run({ personaId: personaId() }),
  };
}
