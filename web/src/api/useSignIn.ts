import { useQuery } from '@urql/vue';
import { computed, onMounted, onUnmounted, ref } from 'vue';
import { useRoute } from 'vue-router';
import { inAppBrowserOf } from '../device/inAppBrowser';
import { type Failure, failureOf } from './failure';
import { GoogleSignInDocument } from './operations/generated/GoogleSignIn';
import { redirectToSignIn } from './signIn';

/**
 * Signing in, and returning to the page that required it (`?next=`). Where the person came from (`?from=`) stays
 * in the address at which they continue.
 * @param otherwise where to continue if no page required it
 */
export function useSignIn(otherwise = '/home') {
  const route = useRoute();
  const options = useQuery({ query: GoogleSignInDocument, variables: {} });
  const isLeaving = ref(false);
  const inAppBrowser = inAppBrowserOf(navigator.userAgent);
  /** Google would refuse to sign anyone in here. */
  const isRefusedHere = ref(false);
  const failure = ref<Failure | null>(null);
  const next = computed(() => (typeof route.query['next'] === 'string' ? route.query['next'] : undefined));
  const start = computed(() => {
    const { from } = route.query;
    return typeof from === 'string' ? `${otherwise}?${new URLSearchParams({ from })}` : otherwise;
  });
  const goal = computed(() => next.value ?? start.value);
  const isDemo = computed(() => options.data.value?.googleSignIn.demo ?? false);
  // After the back button on Google's page, the browser may restore this page as it was left.
  const onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) isLeaving.value = false;
  };
  onMounted(() => addEventListener('pageshow', onShow));
  onUnmounted(() => removeEventListener('pageshow', onShow));
  return {
    next,
    isLeaving,
    failure,
    isDemo,
    /** Set when the page has to be opened in the system's browser first: the app it is in, and its address there. */
    wayOut: computed(() =>
      isRefusedHere.value && inAppBrowser !== null
        ? { app: inAppBrowser, page: `${location.origin}/?next=${encodeURIComponent(goal.value)}` }
        : null,
    ),
    /** @param isTriedHere also in the browser of an app, which Google is known to refuse */
    async leave(isTriedHere = false): Promise<void> {
      if (isLeaving.value) return;
      isRefusedHere.value = inAppBrowser !== null && !isTriedHere && !isDemo.value;
      if (isRefusedHere.value) return;
      isLeaving.value = true;
      failure.value = null;
      try {
        await redirectToSignIn(goal.value);
      } catch (error) {
        failure.value = failureOf(error);
        isLeaving.value = false;
      }
    },
  };
}
