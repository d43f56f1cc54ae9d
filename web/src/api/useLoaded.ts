import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { provideClient, useQuery } from '@urql/vue';
import { computed, type ComputedRef, onMounted, onUnmounted, type Ref } from 'vue';
import { client } from './client';
import { type Failure, failureOf } from './failure';

export type LoadState = 'loading' | 'ready' | 'failed';

export interface Loaded<Data> {
  state: ComputedRef<LoadState>;
  data: Ref<Data | undefined>;
  failure: ComputedRef<Failure | null>;
  /** Queries the server again. The current data stays until the answer arrives. */
  reload(): Promise<void>;
}

/**
 * The result of a query, as a page shows it. Loaded data stays when a later reload fails.
 * @param variables the query runs again whenever they change
 * @param isPaused true while the query must not run
 */
export function useLoaded<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: () => Variables,
  isPaused: () => boolean = () => false,
): Loaded<Data> {
  provideClient(client);
  const query = useQuery<Data, Variables>({
    query: document,
    variables: computed(variables) as never,
    pause: computed(isPaused),
    requestPolicy: 'cache-and-network',
  });
  return {
    data: query.data,
    state: computed(() =>
      // The data of a refused query is null.
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

/** Calls back when the person returns to this tab, so that changes made in other tabs are shown. */
export function onTabReturn(onReturn: () => void): void {
  const onVisibilityChange = (): void => {
    if (document.visibilityState === 'visible') onReturn();
  };
  onMounted(() => document.addEventListener('visibilitychange', onVisibilityChange));
  onUnmounted(() => document.removeEventListener('visibilitychange', onVisibilityChange));
}
