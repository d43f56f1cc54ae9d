import { computed } from 'vue';
import { SurveyProgressedDocument } from '../../api/operations/generated/SurveyProgressed';
import { mergeLive, useLive, useReloadWhenReady } from '../../api/useLive';
import { onTabReturn, useLoaded } from '../../api/useLoaded';
import { OwnSurveyDocument, type OwnSurveyQuery } from './operations/generated/OwnSurvey';

export type OwnSurvey = OwnSurveyQuery['viewer']['survey'];

/**
 * One survey of the viewer, kept up to date. `stage` is the stage of its persona: waiting for answers, being
 * made (or failed), READY.
 */
export function useOwnSurvey(id: () => string) {
  const { data, state, failure, reload } = useLoaded(OwnSurveyDocument, () => ({ id: id() }));
  const live = useLive(
    SurveyProgressedDocument,
    () => ({ surveyId: id() }),
    undefined,
    // Only once it is loaded, and so known to be the viewer's.
    () => data.value === undefined,
  );
  onTabReturn(() => void reload());

  const survey = computed<OwnSurvey | undefined>(() => {
    const loaded = data.value?.viewer.survey;
    if (loaded === undefined) return undefined;
    const { persona, ...progress } = mergeLive(loaded, live.data.value?.surveyProgressed);
    return { ...loaded, ...progress, persona: mergeLive(loaded.persona, persona) };
  });
  useReloadWhenReady(
    () => survey.value?.persona.status,
    () => data.value?.viewer.survey.persona.status,
    () => void reload(),
  );
  const stage = computed<'collecting' | 'making' | 'ready'>(() => {
    const status = survey.value?.persona.status ?? 'PENDING';
    return status === 'PENDING' ? 'collecting' : status === 'READY' ? 'ready' : 'making';
  });
  return {
    survey,
    stage,
    // Also after another tab has deleted it.
    isMissing: computed(() => ['NOT_FOUND', 'BAD_USER_INPUT'].includes(failure.value?.code ?? '')),
    hasPractised: computed(() => data.value?.viewer.practicePersona != null),
    state,
    failure,
    reload,
  };
}
