import { computed, ref } from 'vue';
import { useLoaded } from '../../api/useLoaded';
import { VersionChangesDocument } from './operations/generated/VersionChanges';

/**
 * The changes between a version and a chosen earlier one, by default the previous one.
 * @param versions `earlier` are the numbers of READY versions, newest first
 */
export function useVersionChanges(
  versions: () => { personaId: string; number: number; earlier: readonly number[] },
) {
  const chosen = ref<number | null>(null);
  const since = computed(() => {
    const { earlier } = versions();
    return earlier.find((number) => number === chosen.value) ?? earlier[0] ?? null;
  });
  const loaded = useLoaded(VersionChangesDocument, () => ({
    id: versions().personaId,
    number: versions().number,
    since: since.value,
  }));
  const changes = computed(() => loaded.data.value?.persona.version?.changesSince ?? null);
  return {
    state: loaded.state,
    failure: loaded.failure,
    reload: loaded.reload,
    since,
    /** Null if one of the two has no measurement. */
    changes,
    isSame: computed(
      () => changes.value !== null && changes.value.traits.length + changes.value.words.length === 0,
    ),
    compareWith: (number: number): void => void (chosen.value = number),
  };
}
