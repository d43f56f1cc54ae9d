import { computed } from 'vue';
import { client } from '../../api/client';
import { dataOf } from '../../api/failure';
import { HomeDocument, type HomeQuery } from '../../api/operations/generated/Home';
import { HOME_PAGE_SIZE, useLaterPages } from '../../api/useLaterPages';
import { onTabReturn, useLoaded } from '../../api/useLoaded';
import { mergePages, onlyUnfinishedSurvey, surveysToFollow } from './rules/surveyList';

type Page = HomeQuery['viewer']['surveys'];
export type HomeSurvey = Page['edges'][number]['node'];

/** The viewer's surveys, newest first and page by page, and the practice persona. */
export function useHome() {
  const { data, state, failure, reload } = useLoaded(HomeDocument, () => ({ first: HOME_PAGE_SIZE }));
  onTabReturn(() => void reload());

  const { pages, hasMore, isBusy, more, moreFailure } = useLaterPages<Page>(
    () => data.value?.viewer.surveys,
    async (after) => {
      const variables = { first: HOME_PAGE_SIZE, after };
      const next = await client.query(HomeDocument, variables, { requestPolicy: 'network-only' }).toPromise();
      return dataOf(next).viewer.surveys;
    },
  );
  const surveys = computed(() => mergePages(pages.value.map(({ edges }) => edges.map(({ node }) => node))));

  return {
    state,
    failure,
    reload,
    surveys,
    practice: computed(() => data.value?.viewer.practicePersona ?? null),
    /**
     * The only unfinished survey, which is shown at the top; undefined if there is none, or more than one.
     */
    next: computed(() => (hasMore.value ? undefined : onlyUnfinishedSurvey(surveys.value))),
    followed: computed(() => surveysToFollow(surveys.value)),
    hasMore,
    isBusy,
    moreFailure,
    more,
  };
}

export type Home = ReturnType<typeof useHome>;
