import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useSubscription } from '@urql/vue';
import { computed, type ComputedRef, type Ref } from 'vue';
import { type Failure, failureOf } from '../api/failure';

/**
 * Follows a subscription while its page is open. The server starts each subscription with the current state,
 * so that the first event after a reconnect makes up for missed ones.
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
