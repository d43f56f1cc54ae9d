import { computed } from 'vue';
import { session } from '../api/session';
import { OwnSlugsDocument } from '../graphql/generated/OwnSlugs';
import { useLoaded } from './useLoaded';

/**
 * Whether a survey is about the viewer, so that they learn it before twenty questions and not after.
 * @returns the survey's id, or undefined if it is not the viewer's or they are signed out
 */
export function useIsOwnSurvey(slug: string) {
  const { data } = useLoaded(
    OwnSlugsDocument,
    () => ({}),
    () => !session.isSignedIn.value,
  );
  return computed(() =>
    session.isSignedIn.value
      ? data.value?.viewer.surveys.edges.find(({ node }) => node.slug === slug)?.node.id
      : undefined,
  );
}
