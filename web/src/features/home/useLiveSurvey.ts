import { computed } from 'vue';
import { PersonaMakingDocument } from '../../api/operations/generated/PersonaMaking';
import { SurveyProgressedDocument } from '../../api/operations/generated/SurveyProgressed';
import { mergeLive, useLive, useReloadWhenReady } from '../../api/useLive';
import type { HomeSurvey } from './useHome';

/**
 * A survey of a list, kept up to date while it is shown.
 * @param isFollowed false if it stays as it was loaded
 * @param onReady called when its persona is READY, so that its illustration and title can be loaded
 */
export function useLiveSurvey(listed: () => HomeSurvey, isFollowed: () => boolean, onReady: () => void) {
  const progress = useLive(
    SurveyProgressedDocument,
    () => ({ surveyId: listed().id }),
    undefined,
    () => !isFollowed(),
  );
  const withProgress = computed(() => {
    const now = progress.data.value?.surveyProgressed;
    const { persona, ...survey } = mergeLive(listed(), now);
    return { ...survey, persona: mergeLive(listed().persona, persona) };
  });
  const isMaking = computed(() => !['PENDING', 'READY'].includes(withProgress.value.persona.status));
  const making = useLive(
    PersonaMakingDocument,
    () => ({ personaId: listed().persona.id }),
    undefined,
    () => !isFollowed() || !isMaking.value,
  );
  const survey = computed<HomeSurvey>(() => {
    const now = making.data.value?.personaChanged;
    if (now === undefined) return withProgress.value;
    const { id, revision, status, archetype } = now;
    return {
      ...withProgress.value,
      persona: mergeLive(withProgress.value.persona, { id, revision, status, archetype }),
    };
  });
  useReloadWhenReady(
    () => survey.value.persona.status,
    () => listed().persona.status,
    onReady,
  );
  return { survey };
}
