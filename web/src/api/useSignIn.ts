import { computed, onMounted, onUnmounted, ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { InAppBrowser } from '../device/inAppBrowser';
import { loadFile } from './failedChunks';
import { type Failure, failureOf } from './failure';
import { pageData } from './pageData';
import { session } from './session';

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
  /** Set when the page has to be opened in the system's browser first: the app it is in, and its address there. */
  const wayOut = ref<{ app: InAppBrowser; page: string } | null>(null);
  const failure = ref<Failure | null>(null);
  const next = computed(() => (typeof route.query['next'] === 'string' ? route.query['next'] : undefined));
  const start = computed(() => {
    const { from } = route.query;
    if (typeof from !== 'string' || otherwise.includes('?')) return otherwise;
    return `${otherwise}?${new URLSearchParams({ from })}`;
  });
  const goal = computed(() => next.value ?? start.value);
  /** The app in whose browser Google would refuse to sign anyone in. */
  async function refusingApp(): Promise<InAppBrowser | null> {
    const { inAppBrowserOf } = await loadFile(() => import('../device/inAppBrowser'));
    return inAppBrowserOf(navigator.userAgent);
  }
  /** @param isTriedHere also in the browser of an app, which Google is known to refuse */
  async function leave(isTriedHere = false): Promise<void> {
    if (isLeaving.value) return;
    isLeaving.value = true;
    failure.value = null;
    wayOut.value = null;
    try {
      const app = isTriedHere || isDemo.value ? null : await refusingApp();
      if (app === null) {
        const { redirectToSignIn } = await loadFile(() => import('./signIn'));
        return await redirectToSignIn(goal.value);
      }
      wayOut.value = { app, page: `${location.origin}/?next=${encodeURIComponent(goal.value)}` };
    } catch (error) {
      failure.value = failureOf(error);
    }
    isLeaving.value = false;
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
    if (pageData?.isDemo !== undefined) return;
    // Without it, only the note about the demo is missing.
    const loaded = await loadFile(() => import('./signIn')).catch(() => undefined);
    isDemo.value = (await loaded?.isDemoSignIn()) ?? false;
  });
  onUnmounted(() => removeEventListener('pageshow', onShow));
  return {
    next,
    isLeaving,
    failure,
    isDemo,
    wayOut,
    leave,
  };
}
