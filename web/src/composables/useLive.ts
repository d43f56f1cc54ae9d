import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useSubscription } from '@urql/vue';
import { computed, type ComputedRef, type Ref } from 'vue';
import { type Failure, failureOf } from '../api/failure';

/**
 * Follows a subscription while its page is open. The server begins each with the state now, so that a connection that broke
 * heals by itself: the next event is the truth again.
 * @param onEvent called with every event, in order
 */
export function useLive<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: () => Variables,
  onEvent: (data: Data) => void = () => {},
  isPaused: () => boolean = () => false,
): { data: Ref<Data | undefined>; failure: ComputedRef<Failure | null> } {
  const live = useSubscription<Data, Data, Variables>(
    { query: document, variables: computed(variables) as never, pause: computed(isPaused) },
    (_previous, data) => {
      onEvent(data);
      return data;
    },
  );
  return {
    data: live.data,
    failure: computed(() => (live.error.value ? failureOf(live.error.value) : null)),
  };
}
