import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { provideClient, useSubscription } from '@urql/vue';
import { computed, type ComputedRef, type Ref, watch } from 'vue';
import { client } from './client';
import { type Failure, failureOf } from './failure';
import type { PersonaStatus } from './generated/schema';

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
  provideClient(client);
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

interface Revised {
  revision: number;
}

/** Merges live data into loaded data, unless it is older: the two arrive independently. */
export function mergeLive<Loaded extends Revised, Live extends Revised>(
  loaded: Loaded,
  live: Live | undefined,
): Loaded {
  return live !== undefined && live.revision >= loaded.revision ? { ...loaded, ...live } : loaded;
}

/**
 * Reloads once events show that a persona is READY that was not when it was loaded, because events contain
 * neither its title nor its illustration. Any event may be the first to show it, also after a lost network.
 */
export function useReloadWhenReady(
  shownStatus: () => PersonaStatus | undefined,
  loadedStatus: () => PersonaStatus | undefined,
  reload: () => void,
): void {
  watch(
    () => shownStatus() === 'READY' && loadedStatus() !== 'READY',
    (isBehind) => {
      if (isBehind) reload();
    },
  );
}
