import { computed, ref, shallowRef } from 'vue';
import { type Failure, failureOf } from './failure';

/**
 * Surveys on the first page of the Home query. A page that loads the query ahead uses the same number, so
 * that the home page finds the result in the cache.
 */
export const HOME_PAGE_SIZE = 12;

interface Page {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/**
 * The pages of a list: the first, which its caller keeps up to date, and those loaded after it.
 * @param load loads the page after a cursor; may reject with what `failureOf` understands
 */
export function useLaterPages<Loaded extends Page>(
  firstPage: () => Loaded | undefined,
  load: (after: string | null | undefined) => Promise<Loaded>,
) {
  const later = shallowRef<Loaded[]>([]);
  const isBusy = ref(false);
  const moreFailure = ref<Failure | null>(null);
  const pages = computed<Loaded[]>(() => {
    const first = firstPage();
    return first === undefined ? [] : [first, ...later.value];
  });
  const lastPage = computed(() => pages.value.at(-1)?.pageInfo);

  return {
    pages,
    hasMore: computed(() => lastPage.value?.hasNextPage ?? false),
    isBusy,
    moreFailure,
    async more(): Promise<void> {
      if (isBusy.value || !lastPage.value?.hasNextPage) return;
      isBusy.value = true;
      moreFailure.value = null;
      try {
        const next = await load(lastPage.value.endCursor);
        later.value = [...later.value, next];
      } catch (error) {
        moreFailure.value = failureOf(error);
      } finally {
        isBusy.value = false;
      }
    },
    /** Drops every page but the first. */
    dropLater: (): void => void (later.value = []),
  };
}
