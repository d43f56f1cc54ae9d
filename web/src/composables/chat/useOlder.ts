import { computed, onScopeDispose, ref } from 'vue';
import { type Failure, failureOf } from '../../api/failure';
import { readPage } from './readPage';
import type { usePath } from './usePath';

/** A server that is busy, or a network that blinks, is asked again without anybody's doing. */
const AGAIN_AFTER_MS = 4_000;

/** Loads what was said before all that is loaded. */
export function useOlder(personaId: string, path: ReturnType<typeof usePath>) {
  const isLoading = ref(false);
  const failure = ref<Failure | null>(null);
  const hasOlder = computed(() => path.beginning.value.hasOlder);
  let again: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    if (!hasOlder.value || isLoading.value) return;
    isLoading.value = true;
    clearTimeout(again);
    try {
      const page = await readPage(personaId, path.beginning.value.start);
      path.prepend(page.messages, page.from);
      failure.value = null;
    } catch (error) {
      failure.value = failureOf(error);
      again = setTimeout(() => (failure.value = null), AGAIN_AFTER_MS);
    } finally {
      isLoading.value = false;
    }
  }
  onScopeDispose(() => clearTimeout(again));
  return {
    hasOlder,
    isLoading,
    failure,
    /** Whether asking helps now. */
    canLoad: computed(() => hasOlder.value && failure.value === null),
    load,
  };
}
