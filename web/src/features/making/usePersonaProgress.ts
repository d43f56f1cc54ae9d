import { computed, nextTick, ref, watch } from 'vue';
import { PersonaMakingDocument } from '../../api/operations/generated/PersonaMaking';
import { RetryPersonaDocument } from '../../api/operations/generated/RetryPersona';
import { SurveyProgressedDocument } from '../../api/operations/generated/SurveyProgressed';
import { useAction } from '../../api/useAction';
import { useLive } from '../../api/useLive';
import { makingSteps } from './rules/makingSteps';

/**
 * The live progress of making a persona.
 * @param onReady called once the persona is READY, also if it was from the start
 */
export function usePersonaProgress(personaId: () => string, onReady: () => void) {
  const isPaused = ref(false);
  const live = useLive(
    PersonaMakingDocument,
    () => ({ personaId: personaId() }),
    undefined,
    () => isPaused.value,
  );

  const persona = computed(() => live.data.value?.personaChanged);
  const surveyId = computed(() => persona.value?.survey?.id ?? '');
  const isWaiting = computed(() => persona.value?.status === 'PENDING' && surveyId.value !== '');
  // Until enough friends have answered, only the survey's subscription has events.
  const progress = useLive(
    SurveyProgressedDocument,
    () => ({ surveyId: surveyId.value }),
    undefined,
    () => !isWaiting.value,
  );
  const answers = computed(() => {
    const known = persona.value?.survey?.responseCount ?? 0;
    return Math.max(known, progress.data.value?.surveyProgressed.responseCount ?? 0);
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
    /** Subscribes again. */
    async follow(): Promise<void> {
      isPaused.value = true;
      try {
        await nextTick();
      } finally {
        isPaused.value = false;
      }
    },
    answers,
    missing: computed(() => Math.max(0, (persona.value?.survey?.threshold ?? 0) - answers.value)),
    steps: computed(() =>
      persona.value === undefined ? [] : makingSteps(persona.value.status, persona.value.failure?.step),
    ),
  };
}

/** Continues a persona whose step failed. */
export function usePersonaRetry(personaId: () => string) {
  const retrying = useAction(RetryPersonaDocument);
  const { isBusy, failure } = retrying;
  return { isBusy, failure, retry: () => retrying.run({ personaId: personaId() }) };
}
