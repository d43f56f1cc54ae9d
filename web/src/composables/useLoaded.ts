import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useQuery } from '@urql/vue';
import { computed, type ComputedRef, type Ref } from 'vue';
import { type Failure, failureOf } from '../api/failure';

export type LoadState = 'loading' | 'ready' | 'failed';

export interface Loaded<Data> {
  state: ComputedRef<LoadState>;
  data: Ref<Data | undefined>;
  failure: ComputedRef<Failure | null>;
  /** Asks the server again; what is shown stays until the answer is there. */
  reload(): Promise<void>;
}

/**
 * What the server has for one query, as a page shows it. Data that is there stays shown when a later reload fails.
 * @param variables read again whenever they change
 * @param isPaused true while it must not ask
 */
export function useLoaded<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: () => Variables,
  isPaused: () => boolean = () => false,
): Loaded<Data> {
  const query = useQuery<Data, Variables>({
    query: document,
    variables: computed(variables) as never,
    pause: computed(isPaused),
    requestPolicy: 'cache-and-network',
  });
  return {
    data: query.data,
    state: computed(() =>
      // A refused query has the data null.
      (query.data.value ?? undefined) !== undefined
        ? 'ready'
        : query.error.value && !query.fetching.value
          ? 'failed'
          : 'loading',
    ),
    failure: computed(() => (query.error.value ? failureOf(query.error.value) : null)),
    async reload() {
      await query.executeQuery({ requestPolicy: 'network-only' });
    },
  };
}
