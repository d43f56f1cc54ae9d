import { computed, nextTick, ref } from 'vue';
import { useRoute } from 'vue-router';
import { useAction } from '../../api/useAction';
import type { LoadState } from '../../api/useLoaded';
import { InviteToCompareDocument } from './operations/generated/InviteToCompare';
import { useComparablePersonas } from './useComparablePersonas';
import { useComparisons } from './useComparisons';

/** The page of comparisons: the list, and inviting to a new one. */
export function useComparePage() {
  const route = useRoute();
  const comparable = useComparablePersonas();
  const list = useComparisons();
  const inviting = useAction(InviteToCompareDocument);
  /** Id of the comparison that was just created or accepted, which gets the focus. */
  const newest = ref(route.hash.slice(1) || undefined);

  const states = computed(() => [comparable.state.value, list.state.value]);
  return {
    ...list,
    personas: comparable.personas,
    chosen: comparable.chosen,
    newest,
    state: computed<LoadState>(
      () => (['failed', 'loading'] as const).find((one) => states.value.includes(one)) ?? 'ready',
    ),
    failure: computed(() => comparable.failure.value ?? list.failure.value),
    async reload(): Promise<void> {
      await Promise.all([comparable.reload(), list.reload()]);
    },
    isInviting: inviting.isBusy,
    inviteFailure: inviting.failure,
    /** If the persona has an open invitation already, the server returns that one, and it is shown. */
    async invite(): Promise<void> {
      const personaId = comparable.chosen.value;
      const invited = personaId === undefined ? undefined : await inviting.run({ personaId });
      if (invited === undefined) return;
      await list.reload();
      newest.value = undefined;
      await nextTick();
      newest.value = invited.inviteToCompare.comparison.id;
    },
  };
}
