import { computed } from 'vue';
import { useLoaded } from '../../api/useLoaded';
import { FunnelDocument, type FunnelQuery } from './operations/generated/Funnel';

export type Funnel = FunnelQuery['viewer']['survey']['funnel'];

/** How a survey and the public page of its persona spread. */
export function useFunnel(surveyId: () => string) {
  const { data, state, failure, reload } = useLoaded(FunnelDocument, () => ({ id: surveyId() }));
  return { funnel: computed(() => data.value?.viewer.survey.funnel), state, failure, reload };
}
