import { computed, shallowRef } from 'vue';
import { client } from '../api/client';
import { type Failure, failureOf } from '../api/failure';
import { joinPages } from '../components/home/joinPages';
import { followed, soleUnfinished } from '../components/home/nextStep';
import { HomeDocument, type HomeQuery } from '../graphql/generated/Home';
import { useLoaded } from './useLoaded';
import { useReturning } from './useReturning';

type Page = HomeQuery['viewer']['surveys'];
export type HomeSurvey = Page['edges'][number]['node'];

export const HOME_PAGE = 12;

/** The surveys of the viewer, newest first, page by page, and the practice persona. */
export function useHome() {
  const { data, state, failure, reload } = useLoaded(HomeDocument, () => ({ first: HOME_PAGE }));
  const later = shallowRef<Page[]>([]);
  const isBusy = shallowRef(false);
  const moreFailure = shallowRef<Failure | null>(null);
  useReturning(() => void reload());

  const pages = computed(() => {
    const first = data.value?.viewer.surveys;
    return first === undefined ? [] : [first, ...later.value];
  });
  const surveys = computed(() => joinPages(pages.value.map(({ edges }) => edges.map(({ node }) => node))));
  const end = computed(() => pages.value.at(-1)?.pageInfo);

  async function more(): Promise<void> {
    if (isBusy.value || !end.value?.hasNextPage) return;
    isBusy.value = true;
    moreFailure.value = null;
    const variables = { first: HOME_PAGE, after: end.value.endCursor };
    const next = await client.query(HomeDocument, variables, { requestPolicy: 'network-only' }).toPromise();
    isBusy.value = false;
    if (next.data) later.value = [...later.value, next.data.viewer.surveys];
    else moreFailure.value = failureOf(next.error);
  }

  return {
    state,
    failure,
    reload,
    surveys,
    practice: computed(() => data.value?.viewer.practicePersona ?? null),
    /** Its own place at the top; undefined when there is none, or a choice. */
    next: computed(() => (end.value?.hasNextPage ? undefined : soleUnfinished(surveys.value))),
    followed: computed(() => followed(surveys.value)),
    hasMore: computed(() => end.value?.hasNextPage ?? false),
    isBusy,
    moreFailure,
    more,
  };
}

export type Home = ReturnType<typeof useHome>;
