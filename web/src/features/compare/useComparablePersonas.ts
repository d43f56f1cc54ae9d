import { computed, ref, watch } from 'vue';
import { useLoaded } from '../../api/useLoaded';
import {
  ComparablePersonasDocument,
  type ComparablePersonasQuery,
} from './operations/generated/ComparablePersonas';

export type ComparablePersona =
  ComparablePersonasQuery['viewer']['surveys']['edges'][number]['node']['persona'];

/**
 * The viewer's personas that can be compared: those that are READY and based on friends' answers. One of them
 * is chosen.
 * @param isPaused true while signed out
 */
export function useComparablePersonas(isPaused: () => boolean = () => false) {
  const { data, state, failure, reload } = useLoaded(ComparablePersonasDocument, () => ({}), isPaused);
  const personas = computed(() =>
    (data.value?.viewer.surveys.edges ?? [])
      .map(({ node }) => node.persona)
      .filter(({ status }) => status === 'READY'),
  );
  const chosen = ref<string>();
  watch(
    personas,
    (now) => {
      if (!now.some(({ id }) => id === chosen.value)) chosen.value = now[0]?.id;
    },
    { immediate: true },
  );
  return { state, failure, reload, personas, chosen };
}
