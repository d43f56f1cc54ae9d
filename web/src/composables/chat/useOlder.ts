import { computed, onScopeDispose, ref } from 'vue';
import { type Failure, failureOf } from '../../api/failure';
import { loadMessagePage } from './readPage';
import type { useMessagePath } from './usePath';

/** After this time, a failed load is retried automatically. */
const RETRY_AFTER_MS = 4_000;

/** Loads the messages before the loaded ones. */
export function useOlderMessages(personaId: string, path: ReturnType<typeof useMessagePath>) {
  const isLoading = ref(false);
  const failure = ref<Failure | null>(null);
  const hasOlder = computed(() => path.beginning.value.hasOlder);
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    if (!hasOlder.value || isLoading.value) return;
    isLoading.value = true;
    clearTimeout(retryTimer);
    try {
      const page = await loadMessagePage(personaId, path.beginning.value.start);
      path.prepend(page.messages, page.from);
      failure.value = null;
    } catch (error) {
      failure.value = failureOf(error);
      retryTimer = setTimeout(() => (failure.value = null), RETRY_AFTER_MS);
    } finally {
      isLoading.value = false;
    }
  }
  onScopeDispose(() => clearTimeout(retryTimer));
  return {
    hasOlder,
    isLoading,
    failure,
    /** Whether there are older messages and the last load has not just failed. */
    canLoad: computed(() => hasOlder.value && failure.value === null),
    load,
  };
}
