import { computed } from 'vue';
import { PersonaMakingDocument } from '../graphql/generated/PersonaMaking';
import { SurveyProgressedDocument } from '../graphql/generated/SurveyProgressed';
import { newest } from './newest';
import type { HomeSurvey } from './useHome';
import { useLive } from './useLive';
import { useReadyReload } from './useReadyReload';

/**
 * A survey of a list, kept current while it is shown.
 * @param isFollowed false: it stays as it was loaded
 * @param onReady its persona is there: its picture and title are worth loading
 */
export function useSurveyLive(listed: () => HomeSurvey, isFollowed: () => boolean, onReady: () => void) {
  const progress = useLive(
    SurveyProgressedDocument,
    () => ({ surveyId: listed().id }),
    undefined,
    () => !isFollowed(),
  );
  const counted = computed(() => {
    const now = progress.data.value?.surveyProgressed;
    const { persona, ...survey } = newest(listed(), now);
    return { ...survey, persona: newest(listed().persona, persona) };
  });
  const isMaking = computed(() => !['PENDING', 'READY'].includes(counted.value.persona.status));
  const making = useLive(
    PersonaMakingDocument,
    () => ({ personaId: listed().persona.id }),
    undefined,
    () => !isFollowed() || !isMaking.value,
  );
  const survey = computed<HomeSurvey>(() => {
    const now = making.data.value?.personaChanged;
    if (now === undefined) return counted.value;
    const { id, revision, status, archetype } = now;
    return { ...counted.value, persona: newest(counted.value.persona, { id, revision, status, archetype }) };
  });
  useReadyReload(
    () => survey.value.persona.status,
    () => listed().persona.status,
    onReady,
  );
  return { survey };
}
