import { computed, onMounted, onUnmounted, ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { inAppBrowserOf } from '../device/inAppBrowser';
import { type Failure, failureOf } from './failure';
import { pageData } from './pageData';
import { session } from './session';
import { isDemoSignIn, redirectToSignIn } from './signIn';

/** In the address if the button was tapped before the script had loaded. */
export const EARLY_SIGN_IN = '#sign-in';

/**
 * Signing in, and returning to the page that required it (`?next=`). Where the person came from (`?from=`) stays
 * in the address at which they continue.
 * @param otherwise where to continue if no page required it; may itself say where the person came from
 */
export function useSignIn(otherwise = '/home') {
  const route = useRoute();
  const router = useRouter();
  const isDemo = ref(pageData?.isDemo ?? false);
  const isLeaving = ref(false);
  const inAppBrowser = inAppBrowserOf(navigator.userAgent);
  /** Google would refuse to sign anyone in here. */
  const isRefusedHere = ref(false);
  const failure = ref<Failure | null>(null);
  const next = computed(() => (typeof route.query['next'] === 'string' ? route.query['next'] : undefined));
  const start = computed(() => {
    const { from } = route.query;
    if (typeof from !== 'string' || otherwise.includes('?')) return otherwise;
    return `${otherwise}?${new URLSearchParams({ from })}`;
  });
  const goal = computed(() => next.value ?? start.value);
  /** @param isTriedHere also in the browser of an app, which Google is known to refuse */
  async function leave(isTriedHere = false): Promise<void> {
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
  }
  // After the back button on Google's page, the browser may restore this page as it was left.
  const onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) isLeaving.value = false;
  };
  onMounted(async () => {
    addEventListener('pageshow', onShow);
    if (route.hash === EARLY_SIGN_IN) {
      // Removed first: coming back to this page must not sign in again.
      await router.replace({ query: route.query, hash: '' });
      if (!session.isSignedIn.value) void leave();
    }
    if (pageData?.isDemo === undefined) isDemo.value = await isDemoSignIn();
  });
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
    leave,
  };
}
