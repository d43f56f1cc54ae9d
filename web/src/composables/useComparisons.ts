import { computed, ref, shallowRef, watch } from 'vue';
import { client } from '../api/client';
import { type Failure, failureOf } from '../api/failure';
import { ComparisonsDocument, type ComparisonsQuery } from '../graphql/generated/Comparisons';
import { EndComparisonDocument } from '../graphql/generated/EndComparison';
import { useAction } from './useAction';
import { useLoaded } from './useLoaded';
import { useReturning } from './useReturning';

type Page = ComparisonsQuery['viewer']['comparisons'];
export type Comparison = Page['edges'][number]['node'];

/** The viewer's comparisons and open invitations, newest first, page by page. */
export function useComparisons() {
  const { data, state, failure, reload } = useLoaded(ComparisonsDocument, () => ({}));
  const ending = useAction(EndComparisonDocument);
  const later = shallowRef<Page[]>([]);
  const isBusy = ref(false);
  const moreFailure = ref<Failure | null>(null);

  const firstPage = computed(() => data.value?.viewer.comparisons);
  const pages = computed(() => (firstPage.value ? [firstPage.value, ...later.value] : []));
  const lastPage = computed(() => pages.value.at(-1)?.pageInfo);
  // Something came or went: the pages behind the first stood at places that have moved.
  watch(
    () => firstPage.value?.pageInfo.endCursor,
    () => (later.value = []),
  );
  // Somebody may have accepted meanwhile, or another tab invited.
  useReturning(() => void reload());

  async function more(): Promise<void> {
    if (isBusy.value || !lastPage.value?.hasNextPage) return;
    isBusy.value = true;
    moreFailure.value = null;
    const from = { after: lastPage.value.endCursor };
    const next = await client.query(ComparisonsDocument, from, { requestPolicy: 'network-only' }).toPromise();
    isBusy.value = false;
    if (next.data) later.value = [...later.value, next.data.viewer.comparisons];
    else moreFailure.value = failureOf(next.error);
  }

  return {
    state,
    failure,
    comparisons: computed(() => pages.value.flatMap(({ edges }) => edges.map(({ node }) => node))),
    reload,
    more,
    moreFailure,
    isBusy,
    hasMore: computed(() => lastPage.value?.hasNextPage ?? false),
    isEnding: ending.isBusy,
    endFailure: ending.failure,
    /** @returns whether it is gone; one that the other owner has just ended is gone as well */
    async end(comparisonId: string): Promise<boolean> {
      const isGone =
        (await ending.run({ comparisonId })) !== undefined || ending.failure.value?.code === 'NOT_FOUND';
      if (isGone) {
        later.value = [];
        await reload();
      }
      return isGone;
    },
  };
}
