import { computed, ref, watch } from 'vue';
import { useAction } from '../../api/useAction';
import { AllowSharingComparisonDocument } from './operations/generated/AllowSharingComparison';
import type { Comparison } from './useComparisons';

type Sharing = NonNullable<Comparison['sharing']>;

/**
 * Who allows sharing a comparison as a picture.
 * @param listed as the list of comparisons says; what the server answers here is newer, until the list is loaded again
 */
export function useSharing(comparisonId: () => string, listed: () => Sharing) {
  const { isBusy, failure, run } = useAction(AllowSharingComparisonDocument);
  const sharing = ref(listed());
  watch(listed, (now) => (sharing.value = now));

  return {
    isBusy,
    failure,
    state: computed(() => {
      const { byMe, byOther } = sharing.value;
      if (byMe) return byOther ? 'both' : 'mine';
      return byOther ? 'theirs' : 'none';
    }),
    isAllowed: computed(() => sharing.value.byMe),
    async allow(allowed: boolean): Promise<void> {
      const changed = await run({ comparisonId: comparisonId(), allowed });
      sharing.value = changed?.allowSharingComparison.comparison.sharing ?? sharing.value;
    },
  };
}
