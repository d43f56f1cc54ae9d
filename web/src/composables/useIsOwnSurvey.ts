import { computed } from 'vue';
import { session } from '../api/session';
import { OwnSlugsDocument } from '../graphql/generated/OwnSlugs';
import { useLoaded } from './useLoaded';

/**
 * Whether a survey is about the person who signed in: better said before twenty questions than after.
 * @returns its id, or undefined; nobody who is not signed in is asked about
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
