import { computed, watch } from 'vue';
import { client } from '../../api/client';
import { dataOf } from '../../api/failure';
import { useAction } from '../../api/useAction';
import { useLaterPages } from '../../api/useLaterPages';
import { onTabReturn, useLoaded } from '../../api/useLoaded';
import { ComparisonsDocument, type ComparisonsQuery } from './operations/generated/Comparisons';
import { EndComparisonDocument } from './operations/generated/EndComparison';

type Page = ComparisonsQuery['viewer']['comparisons'];
export type Comparison = Page['edges'][number]['node'];

/** The viewer's comparisons and open invitations, newest first, page by page. */
export function useComparisons() {
  const { data, state, failure, reload } = useLoaded(ComparisonsDocument, () => ({}));
  const ending = useAction(EndComparisonDocument);

  const firstPage = computed(() => data.value?.viewer.comparisons);
  const { pages, hasMore, isBusy, more, moreFailure, dropLater } = useLaterPages<Page>(
    () => firstPage.value,
    async (after) => {
      const next = await client
        .query(ComparisonsDocument, { after }, { requestPolicy: 'network-only' })
        .toPromise();
      return dataOf(next).viewer.comparisons;
    },
  );
  // The first page has changed, so the cursors of the pages after it are no longer valid.
  watch(() => firstPage.value?.pageInfo.endCursor, dropLater);
  // A friend may have accepted meanwhile, or another tab may have invited someone.
  onTabReturn(() => void reload());

  return {
    state,
    failure,
    comparisons: computed(() => pages.value.flatMap(({ edges }) => edges.map(({ node }) => node))),
    reload,
    more,
    moreFailure,
    isBusy,
    hasMore,
    isEnding: ending.isBusy,
    endFailure: ending.failure,
    /** @returns whether the comparison is gone, also if the other owner has just ended it */
    async end(comparisonId: string): Promise<boolean> {
      const isGone =
        (await ending.run({ comparisonId })) !== undefined || ending.failure.value?.code === 'NOT_FOUND';
      if (isGone) {
        dropLater();
        await reload();
      }
      return isGone;
    },
  };
}
